package io.lagrid.algebra.linear;

import io.lagrid.algebra.matrix.Matrix;

/**
 * A factored real system A·x = b whose solutions are refined: the residual is computed in twice the
 * working precision and its correction added, until it no longer shrinks. While cond(A) is below
 * about 10^15 the solution is then as accurate, relative to its norm, as if it had been computed
 * exactly and rounded. A system that is singular to working precision is not solved: corrections as
 * large as the solution itself are an error.
 *
 * <p>LU factors by partial pivoting, O(n³) once and O(n²) per right-hand side. Sources: C. B.
 * Moler, Iterative refinement in floating point, 1967; T. Ogita, S. M. Rump, S. Oishi, Accurate sum
 * and dot product, 2005. Immutable and thread-safe.
 */
public final class RefinedSystem {

  private static final int STEPS = 10;

  /** The last correction of a solution that has converged is far below this, relative to it. */
  private static final double CONVERGED = 0x1p-26;

  private final int size;
  private final double[][] original;
  private final double[][] factors;
  private final int[] order;

  private RefinedSystem(double[][] original, double[][] factors, int[] order) {
    this.size = original.length;
    this.original = original;
    this.factors = factors;
    this.order = order;
  }

  /**
   * Factors a matrix.
   *
   * @param a n×n over the reals; not modified, copied
   * @throws ArithmeticException if a pivot is zero; the message names its column
   * @throws IllegalArgumentException if {@code a} is not square
   */
  public static RefinedSystem of(Matrix a) {
    if (a.rows() != a.columns()) {
      throw new IllegalArgumentException("a " + a.shape() + " matrix is not square");
    }
    int n = a.rows();
    double[][] original = new double[n][];
    double[][] factors = new double[n][];
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      original[i] = a.block(i, 0, 1, n).toArray();
      factors[i] = original[i].clone();
      order[i] = i;
    }
    for (int k = 0; k < n; k++) {
      eliminate(factors, order, k);
    }
    return new RefinedSystem(original, factors, order);
  }

  /**
   * X with A·X = B.
   *
   * @param b n×k; not modified
   * @return n×k, a new matrix
   * @throws ArithmeticException if corrections do not shrink, so that A is singular to working
   *     precision
   * @throws IllegalArgumentException if {@code b} has not n rows
   */
  public Matrix solve(Matrix b) {
    if (b.rows() != size) {
      throw new IllegalArgumentException(
          "a system of %d equations has no right-hand side of shape %s".formatted(size, b.shape()));
    }
    Matrix result = Matrix.zeros(size, b.columns());
    double[] right = new double[size];
    for (int j = 0; j < b.columns(); j++) {
      for (int i = 0; i < size; i++) {
        right[i] = b.get(i, j);
      }
      double[] solution = solve(right);
      for (int i = 0; i < size; i++) {
        result.set(i, j, solution[i]);
      }
    }
    return result;
  }

  private double[] solve(double[] right) {
    double[] solution = substitute(right);
    double[] residual = new double[size];
    double last = Double.POSITIVE_INFINITY;
    for (int step = 0; step < STEPS; step++) {
      for (int i = 0; i < size; i++) {
        residual[i] = residual(right[i], original[i], solution);
      }
      double[] correction = substitute(residual);
      double norm = largest(correction);
      if (!(norm < last / 2) || norm == 0) {
        requireConverged(norm, largest(solution));
        break;
      }
      for (int i = 0; i < size; i++) {
        solution[i] += correction[i];
      }
      last = norm;
    }
    return solution;
  }

  private void requireConverged(double correction, double solution) {
    if (!(correction <= CONVERGED * solution)) {
      throw new ArithmeticException(
          "a system of %d equations is singular to working precision: a solution of magnitude %.1e is corrected by %.1e"
              .formatted(size, solution, correction));
    }
  }

  /** b − Σ a_k·x_k with products and sums compensated for their roundings. */
  private static double residual(double b, double[] a, double[] x) {
    double sum = b;
    double lost = 0;
    for (int k = 0; k < a.length; k++) {
      double product = -a[k] * x[k];
      lost += Math.fma(-a[k], x[k], -product);
      double total = sum + product;
      double part = total - sum;
      lost += (sum - (total - part)) + (product - part);
      sum = total;
    }
    return sum + lost;
  }

  private double[] substitute(double[] right) {
    double[] x = new double[size];
    for (int i = 0; i < size; i++) {
      x[i] = right[order[i]];
      for (int k = 0; k < i; k++) {
        x[i] = Math.fma(-factors[i][k], x[k], x[i]);
      }
    }
    for (int i = size - 1; i >= 0; i--) {
      for (int k = i + 1; k < size; k++) {
        x[i] = Math.fma(-factors[i][k], x[k], x[i]);
      }
      x[i] /= factors[i][i];
    }
    return x;
  }

  private static void eliminate(double[][] rows, int[] order, int k) {
    int pivot = k;
    for (int i = k + 1; i < rows.length; i++) {
      pivot = Math.abs(rows[i][k]) > Math.abs(rows[pivot][k]) ? i : pivot;
    }
    double[] row = rows[pivot];
    rows[pivot] = rows[k];
    rows[k] = row;
    int swapped = order[pivot];
    order[pivot] = order[k];
    order[k] = swapped;
    if (row[k] == 0) {
      throw new ArithmeticException(
          "the matrix is singular: column %d of %d depends on those before it"
              .formatted(k, rows.length));
    }
    for (int i = k + 1; i < rows.length; i++) {
      double factor = rows[i][k] / row[k];
      rows[i][k] = factor;
      for (int j = k + 1; j < rows.length; j++) {
        rows[i][j] = Math.fma(-factor, row[j], rows[i][j]);
      }
    }
  }

  private static double largest(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
