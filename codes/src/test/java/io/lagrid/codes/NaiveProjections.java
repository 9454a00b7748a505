package io.lagrid.codes;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.matrix.Block;
import java.util.ArrayList;
import java.util.List;

/** Secret random bilinear functionals sᵀYr, the same for every answer of a round. */
public final class NaiveProjections {

  private final Arithmetic arithmetic;
  private final List<double[][]> left = new ArrayList<>();
  private final List<double[][]> right = new ArrayList<>();

  /** Functionals for answers of one shape. */
  public NaiveProjections(Arithmetic arithmetic, int trials, Block shape, Randomness random) {
    this.arithmetic = arithmetic;
    for (int plane = 0; plane < arithmetic.size(); plane++) {
      PrimeField field = (PrimeField) arithmetic.plane(plane);
      left.add(uniform(field, trials, shape.rows(), random));
      right.add(uniform(field, trials, shape.columns(), random));
    }
  }

  /** The scalars of one answer. */
  public Projection of(Block answer) {
    List<double[]> planes = new ArrayList<>();
    for (int plane = 0; plane < arithmetic.size(); plane++) {
      double[] scalars = new double[left.get(plane).length];
      for (int trial = 0; trial < scalars.length; trial++) {
        scalars[trial] = scalar(plane, trial, answer);
      }
      planes.add(scalars);
    }
    return new Projection(planes);
  }

  private double scalar(int plane, int trial, Block answer) {
    PrimeField field = (PrimeField) arithmetic.plane(plane);
    double sum = 0;
    for (int i = 0; i < answer.rows(); i++) {
      for (int j = 0; j < answer.columns(); j++) {
        double weight = field.multiply(left.get(plane)[trial][i], right.get(plane)[trial][j]);
        sum = field.add(sum, field.multiply(weight, answer.plane(plane).get(i, j)));
      }
    }
    return sum;
  }

  private static double[][] uniform(PrimeField field, int trials, int length, Randomness random) {
    double[][] vectors = new double[trials][length];
    for (double[] vector : vectors) {
      random.fill(field, vector, 0, length);
    }
    return vectors;
  }
}
