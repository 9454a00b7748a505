package io.lagrid.algebra.linear;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.matrix.Matrix;

/**
 * Small dense linear systems over any field, by Gaussian elimination: O(n³), meant for the
 * coefficient matrices of codes (n up to about a thousand), not for data.
 *
 * <p>Over GF(p) results are exact. Over the reals pivots are chosen by magnitude (partial
 * pivoting); a matrix counts as singular only if a pivot is exactly zero, so judge the result of a
 * real system by {@link #conditionNumber}. Entries must be canonical elements of the field.
 *
 * <p>Stateless and thread-safe.
 */
public final class LinearSystems {

  private LinearSystems() {}

  /**
   * X with A·X = B.
   *
   * @param a n×n; not modified
   * @param b n×k; not modified
   * @return n×k, a new matrix
   * @throws ArithmeticException if {@code a} is singular; the message names the first column that
   *     depends on those before it
   * @throws IllegalArgumentException if {@code a} is not square or {@code b} has not as many rows
   */
  public static Matrix solve(Field field, Matrix a, Matrix b) {
    requireSquare(a);
    if (b.rows() != a.rows()) {
      throw new IllegalArgumentException(
          "a %s system has no right-hand side of shape %s".formatted(a.shape(), b.shape()));
    }
    Elimination elimination = Elimination.augmented(field, a, b);
    for (int k = 0; k < a.rows(); k++) {
      if (!elimination.clear(k, k, 0)) {
        throw new ArithmeticException(
            "the %s matrix is singular over %s: column %d depends on the columns before it"
                .formatted(a.shape(), field, k));
      }
    }
    elimination.substitute(a.columns());
    return elimination.columns(a.columns());
  }

  /**
   * A⁻¹.
   *
   * @param a n×n; not modified
   * @return a new matrix
   * @throws ArithmeticException if {@code a} is singular, as in {@link #solve}
   * @throws IllegalArgumentException if {@code a} is not square
   */
  public static Matrix inverse(Field field, Matrix a) {
    Matrix identity = Matrix.zeros(a.rows(), a.rows());
    for (int i = 0; i < a.rows(); i++) {
      identity.set(i, i, 1);
    }
    return solve(field, a, identity);
  }

  /**
   * The number of linearly independent rows. Over the reals, pivots up to max(m, n)·2^−52 times the
   * largest entry count as zero.
   *
   * @param a m×n; not modified
   */
  public static int rank(Field field, Matrix a) {
    Elimination elimination = Elimination.of(field, a);
    double relative = field.exact() ? 0 : Math.max(a.rows(), a.columns()) * 0x1p-52;
    double tolerance = relative * elimination.magnitude();
    int rank = 0;
    for (int j = 0; j < a.columns() && rank < a.rows(); j++) {
      if (elimination.clear(rank, j, tolerance)) {
        rank++;
      }
    }
    return rank;
  }

  /**
   * The determinant; 1 for the 0×0 matrix. Over the reals it may overflow or underflow.
   *
   * @param a n×n; not modified
   * @throws IllegalArgumentException if {@code a} is not square
   */
  public static double determinant(Field field, Matrix a) {
    requireSquare(a);
    Elimination elimination = Elimination.of(field, a);
    for (int k = 0; k < a.rows(); k++) {
      if (!elimination.clear(k, k, 0)) {
        return 0;
      }
    }
    return elimination.diagonalProduct();
  }

  /**
   * Whether A is invertible: no pivot is zero.
   *
   * @param a n×n; not modified
   * @throws IllegalArgumentException if {@code a} is not square
   */
  public static boolean invertible(Field field, Matrix a) {
    requireSquare(a);
    Elimination elimination = Elimination.of(field, a);
    for (int k = 0; k < a.rows(); k++) {
      if (!elimination.clear(k, k, 0)) {
        return false;
      }
    }
    return true;
  }

  /**
   * ‖A‖₁·‖A⁻¹‖₁, the condition number in the 1-norm (the largest column sum of magnitudes): how
   * many times a relative error of the right-hand side can grow in the solution. Positive infinity
   * if A is singular, 0 for the 0×0 matrix.
   *
   * @param a n×n over the reals; not modified
   * @throws IllegalArgumentException if {@code a} is not square
   */
  public static double conditionNumber(Matrix a) {
    requireSquare(a);
    try {
      return norm(a) * norm(inverse(RealField.instance(), a));
    } catch (ArithmeticException singular) {
      return Double.POSITIVE_INFINITY;
    }
  }

  private static double norm(Matrix a) {
    double largest = 0;
    for (int j = 0; j < a.columns(); j++) {
      double sum = 0;
      for (int i = 0; i < a.rows(); i++) {
        sum += Math.abs(a.get(i, j));
      }
      largest = Math.max(largest, sum);
    }
    return largest;
  }

  private static void requireSquare(Matrix a) {
    if (a.rows() != a.columns()) {
      throw new IllegalArgumentException("a " + a.shape() + " matrix is not square");
    }
  }
}
