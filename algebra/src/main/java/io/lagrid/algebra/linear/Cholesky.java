package io.lagrid.algebra.linear;

import io.lagrid.algebra.matrix.Matrix;
import java.util.OptionalDouble;

/**
 * The factorisation A = L·Lᵀ of a symmetric positive definite matrix, for its determinant. O(n³).
 *
 * <p>Stateless and thread-safe.
 */
public final class Cholesky {

  private Cholesky() {}

  /**
   * ln det A, or empty if A is not positive definite to working precision: a pivot is below n·2^−50
   * times its diagonal entry.
   *
   * @param a n×n, symmetric (only the lower triangle is read); not modified
   * @throws IllegalArgumentException if {@code a} is not square
   */
  public static OptionalDouble logDeterminant(Matrix a) {
    if (a.rows() != a.columns()) {
      throw new IllegalArgumentException("a " + a.shape() + " matrix is not square");
    }
    int n = a.rows();
    double[][] lower = new double[n][n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        lower[i][j] = remainder(a.get(i, j), lower[i], lower[j], j) / lower[j][j];
      }
      double pivot = remainder(a.get(i, i), lower[i], lower[i], i);
      if (!(pivot > n * 0x1p-50 * a.get(i, i))) {
        return OptionalDouble.empty();
      }
      lower[i][i] = Math.sqrt(pivot);
      sum += Math.log(pivot);
    }
    return OptionalDouble.of(sum);
  }

  private static double remainder(double value, double[] row, double[] other, int count) {
    double rest = value;
    for (int k = 0; k < count; k++) {
      rest = Math.fma(-row[k], other[k], rest);
    }
    return rest;
  }
}
