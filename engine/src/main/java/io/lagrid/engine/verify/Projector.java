package io.lagrid.engine.verify;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.RealOperand;
import io.lagrid.algebra.sparse.PlaneProduct;
import io.lagrid.codes.Projection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The secret linear functionals Y ↦ s·Y·r of one round: per plane, a few independent pairs of a row
 * vector s and a column vector r, uniform over the field (uniform in [−1, 1] over the reals).
 *
 * <p>For a wrong answer Y + Δ, Δ ≠ 0, s·Δ·r = 0 with probability at most 2/p per pair: s·Δ is zero
 * with probability 1/p, and if it is not, s·Δ·r is zero with probability 1/p. (Freivalds 1977, from
 * both sides.)
 *
 * <p>Immutable and thread-safe once built.
 */
public final class Projector {

  private final Arithmetic arithmetic;
  private final Kernels kernels;
  private final int trials;
  private final List<Matrix> left;
  private final List<Matrix> right;

  private Projector(
      Arithmetic arithmetic, Kernels kernels, int trials, List<Matrix> left, List<Matrix> right) {
    this.arithmetic = arithmetic;
    this.kernels = kernels;
    this.trials = trials;
    this.left = left;
    this.right = right;
  }

  /**
   * Draws the vectors.
   *
   * @param shape of the answers to project
   * @param trials how many pairs per plane
   * @param secrets must be unpredictable to the workers
   */
  public static Projector draw(AnswerShape shape, int trials, Kernels kernels, Randomness secrets) {
    return new Projector(
        shape.arithmetic(),
        kernels,
        trials,
        vectors(shape.arithmetic(), trials, shape.rows(), secrets),
        vectors(shape.arithmetic(), shape.columns(), trials, secrets));
  }

  /**
   * The same row vectors with fresh column vectors, for another round whose answers have as many
   * rows. Workers learn of the row vectors at most that an answer was rejected, which excludes one
   * of p values per rejection.
   */
  public Projector renewed(int columns, Randomness secrets) {
    return new Projector(
        arithmetic, kernels, trials, left, vectors(arithmetic, columns, trials, secrets));
  }

  private static List<Matrix> vectors(
      Arithmetic arithmetic, int rows, int columns, Randomness secrets) {
    List<Matrix> planes = new ArrayList<>();
    for (Field plane : arithmetic.planes()) {
      Matrix vectors = Matrix.zeros(rows, columns);
      double[] data = vectors.data();
      if (plane instanceof PrimeField field) {
        secrets.fill(field, data, 0, data.length);
      } else {
        Arrays.setAll(data, i -> 2 * secrets.nextDouble() - 1);
      }
      planes.add(vectors);
    }
    return planes;
  }

  Arithmetic arithmetic() {
    return arithmetic;
  }

  /** How many pairs of vectors there are per plane. */
  public int trials() {
    return trials;
  }

  /** s·Y·r for every plane and pair. */
  public Projection project(Block answer) {
    List<double[]> planes = new ArrayList<>();
    for (int i = 0; i < arithmetic.size(); i++) {
      Matrix rows = fromLeft(i, answer.plane(i));
      planes.add(dots(i, rows, right.get(i)));
    }
    return new Projection(planes);
  }

  /** S·X: the row vectors of one plane times a matrix; trials × columns. */
  Matrix fromLeft(int plane, RealOperand matrix) {
    Matrix product = Matrix.zeros(trials, matrix.columns());
    product(plane).multiply(left.get(plane), matrix, product, Cancellation.never());
    return product;
  }

  /** X·R: a matrix times the column vectors of one plane; rows × trials. */
  Matrix fromRight(int plane, RealOperand matrix) {
    Matrix product = Matrix.zeros(matrix.rows(), trials);
    product(plane).multiply(matrix, right.get(plane), product, Cancellation.never());
    return product;
  }

  private PlaneProduct product(int plane) {
    return new PlaneProduct(kernels, arithmetic.plane(plane));
  }

  /** The products rows[t] · columns[t], one per pair. */
  double[] dots(int plane, Matrix rows, Matrix columns) {
    Matrix products = Matrix.zeros(trials, trials);
    kernels.multiply(arithmetic.plane(plane), rows, columns, products, Cancellation.never());
    double[] diagonal = new double[trials];
    for (int t = 0; t < trials; t++) {
      diagonal[t] = products.get(t, t);
    }
    return diagonal;
  }
}
