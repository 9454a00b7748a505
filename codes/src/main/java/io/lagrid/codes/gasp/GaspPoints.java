package io.lagrid.codes.gasp;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.linear.LinearSystems;
import io.lagrid.algebra.linear.Vandermonde;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.minors.MinorCheck;
import io.lagrid.codes.minors.MinorVerdict;
import io.lagrid.codes.privacy.PrivacyCheck;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Evaluation points that passed the checks, and the tables they give.
 *
 * <p>They are drawn by a fixed generator: they are no secret, and the same parameters over the same
 * field always get the same points.
 *
 * @param encodings of A and of B
 * @param powers α_i^e, one row per worker, one column per sum e of the degree table
 * @param decodability what was found of the sets of R rows of the powers
 */
record GaspPoints(List<Encoding> encodings, Matrix powers, MinorVerdict decodability) {

  /** How often points are drawn before the field is declared too small. */
  static final int DRAWS = 64;

  /**
   * Draws points until they pass.
   *
   * @throws IllegalArgumentException if the field has too few elements, or no draw passes
   */
  static GaspPoints choose(GaspParameters parameters, Field field) {
    int workers = parameters.workers();
    if (workers >= field.modulus()) {
      throw new IllegalArgumentException(
          "%d distinct non-zero points need a field of at least %d elements; %s is too small"
              .formatted(workers, workers + 1, field));
    }
    Randomness random = Randomness.insecure(workers);
    for (int draw = 0; draw < DRAWS; draw++) {
      double[] points = draw(workers, (PrimeField) field, random);
      GaspPoints candidate = of(parameters.table(), parameters.transposed(), field, points);
      if (candidate.hides(parameters.table(), field, points) && candidate.decodability().passed()) {
        return candidate;
      }
    }
    throw new IllegalArgumentException(
        "in %d draws, no %d points of %s hide from every %d workers and decode from every %d; use a"
                .formatted(
                    DRAWS, workers, field, parameters.colluders(), parameters.recoveryThreshold())
            + " larger field");
  }

  /** The tables of given points, with the verdict on them. */
  static GaspPoints of(DegreeTable table, boolean transposed, Field field, double[] points) {
    Encoding dense = encoding(field, points, table.denseExponents(), table.dense());
    Encoding stepped = encoding(field, points, table.steppedExponents(), table.stepped());
    Matrix powers = Vandermonde.matrix(field, points, table.sums());
    return new GaspPoints(
        transposed ? List.of(stepped, dense) : List.of(dense, stepped),
        powers,
        decodability(field, powers));
  }

  /**
   * Whether every T workers are blind. Samples alone do not tell: where there are too many sets to
   * check, equally spaced noise exponents prove it, as {@link DegreeTable#noiseStep} says.
   */
  private boolean hides(DegreeTable table, Field field, double[] points) {
    int step = table.noiseStep();
    boolean proven =
        step > 0
            && Arrays.stream(points).map(point -> field.power(point, step)).distinct().count()
                == points.length;
    return encodings.stream()
        .map(encoding -> PrivacyCheck.check(encoding, field, table.colluders()))
        .allMatch(verdict -> verdict.passed() && (verdict.exhaustive() || proven));
  }

  private static Encoding encoding(Field field, double[] points, int[] exponents, int data) {
    return new Encoding(
        data, exponents.length - data, Vandermonde.matrix(field, points, exponents));
  }

  private static double[] draw(int count, PrimeField field, Randomness random) {
    Set<Double> points = new LinkedHashSet<>();
    double[] point = new double[1];
    while (points.size() < count) {
      random.fill(field, point, 0, 1);
      if (point[0] != 0) {
        points.add(point[0]);
      }
    }
    return points.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * Whether every R rows of the N×R matrix V are independent, found on the smaller side: R rows are
   * if and only if the N − R other rows of a basis of V's left null space are.
   */
  private static MinorVerdict decodability(Field field, Matrix powers) {
    int threshold = powers.columns();
    int spare = powers.rows() - threshold;
    if (spare == 0 || threshold <= spare) {
      return MinorCheck.check(powers, field, 1);
    }
    Matrix head = powers.block(0, 0, threshold, threshold).transpose();
    if (!LinearSystems.invertible(field, head)) {
      return new MinorVerdict(1, false, List.of(0));
    }
    Matrix tail = powers.block(threshold, 0, spare, threshold).transpose();
    Matrix nullSpace = Matrix.zeros(powers.rows(), spare); // up to the sign of its first R rows
    nullSpace.block(0, 0, threshold, spare).write(LinearSystems.solve(field, head, tail));
    for (int i = 0; i < spare; i++) {
      nullSpace.set(threshold + i, i, 1);
    }
    return MinorCheck.check(nullSpace, field, 1);
  }
}
