package io.lagrid.algebra.interpolation;

import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.linear.LinearSystems;
import io.lagrid.algebra.matrix.Matrix;

/**
 * The smoothing spline from its definition, densely: with K = QR⁻¹Qᵀ the penalty of values g is
 * gᵀKg, so that the minimiser is (I + nλK)⁻¹y.
 */
final class NaiveSpline {

  private NaiveSpline() {}

  /** H, from values at ascending knots to fitted values there. */
  static Matrix hat(double[] knots, double smoothing) {
    int n = knots.length;
    Matrix system = penalty(knots);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        system.set(i, j, n * smoothing * system.get(i, j) + (i == j ? 1 : 0));
      }
    }
    return LinearSystems.inverse(RealField.instance(), system);
  }

  /** K, with ∫|g''|² = gᵀKg for the natural spline through values g. */
  static Matrix penalty(double[] knots) {
    int n = knots.length;
    Matrix q = Matrix.zeros(n, n - 2);
    Matrix r = Matrix.zeros(n - 2, n - 2);
    for (int j = 1; j < n - 1; j++) {
      double left = knots[j] - knots[j - 1];
      double right = knots[j + 1] - knots[j];
      q.set(j - 1, j - 1, 1 / left);
      q.set(j, j - 1, -1 / left - 1 / right);
      q.set(j + 1, j - 1, 1 / right);
      r.set(j - 1, j - 1, (left + right) / 3);
      if (j + 1 < n - 1) {
        r.set(j - 1, j, right / 6);
        r.set(j, j - 1, right / 6);
      }
    }
    return product(q, LinearSystems.solve(RealField.instance(), r, q.transpose()));
  }

  static Matrix product(Matrix a, Matrix b) {
    Matrix c = Matrix.zeros(a.rows(), b.columns());
    for (int i = 0; i < a.rows(); i++) {
      for (int k = 0; k < a.columns(); k++) {
        for (int j = 0; j < b.columns(); j++) {
          c.set(i, j, c.get(i, j) + a.get(i, k) * b.get(k, j));
        }
      }
    }
    return c;
  }
}
