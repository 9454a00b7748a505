package io.lagrid.algebra.linear;

import io.lagrid.algebra.matrix.Matrix;
import java.util.Arrays;

/**
 * The singular values of a small real matrix, by one-sided Jacobi rotations: pairs of columns are
 * made orthogonal until all are; their lengths are then the singular values, small ones to high
 * relative accuracy.
 *
 * <p>O(m·n²) a sweep, about ten sweeps. Source: M. R. Hestenes, Inversion of matrices by
 * biorthogonalization and related results, 1958. Stateless and thread-safe.
 */
public final class SingularValues {

  private static final int SWEEPS = 60;
  private static final double ORTHOGONAL = 0x1p-50;

  private SingularValues() {}

  /**
   * The min(m, n) singular values in descending order.
   *
   * @param a m×n over the reals; not modified
   */
  public static double[] of(Matrix a) {
    Matrix tall = a.rows() >= a.columns() ? a.transpose() : a;
    double[][] columns = new double[tall.rows()][];
    for (int j = 0; j < columns.length; j++) {
      columns[j] = tall.block(j, 0, 1, tall.columns()).toArray();
    }
    int sweep = 0;
    while (sweep < SWEEPS && rotateAll(columns)) {
      sweep++;
    }
    double[] values =
        Arrays.stream(columns).mapToDouble(c -> Math.sqrt(dot(c, c))).sorted().toArray();
    for (int i = 0; i < values.length / 2; i++) {
      double swapped = values[i];
      values[i] = values[values.length - 1 - i];
      values[values.length - 1 - i] = swapped;
    }
    return values;
  }

  /**
   * σ_max/σ_min, the condition number in the 2-norm: how many times a relative error of the right
   * side of a system can grow in its solution. Positive infinity if the smallest is zero, 1 for a
   * matrix without entries.
   *
   * @param a m×n over the reals; not modified
   */
  public static double conditionNumber(Matrix a) {
    double[] values = of(a);
    if (values.length == 0) {
      return 1;
    }
    double smallest = values[values.length - 1];
    return smallest == 0 ? Double.POSITIVE_INFINITY : values[0] / smallest;
  }

  /** One sweep over all pairs; whether some pair was not orthogonal. */
  private static boolean rotateAll(double[][] columns) {
    boolean rotated = false;
    for (int i = 0; i < columns.length; i++) {
      for (int j = i + 1; j < columns.length; j++) {
        rotated |= rotate(columns[i], columns[j]);
      }
    }
    return rotated;
  }

  private static boolean rotate(double[] p, double[] q) {
    double pp = dot(p, p);
    double qq = dot(q, q);
    double pq = dot(p, q);
    if (Math.abs(pq) <= ORTHOGONAL * Math.sqrt(pp * qq)) {
      return false;
    }
    double ratio = (qq - pp) / (2 * pq);
    double tangent = Math.copySign(1, ratio) / (Math.abs(ratio) + Math.hypot(1, ratio));
    double cosine = 1 / Math.hypot(1, tangent);
    double sine = cosine * tangent;
    for (int k = 0; k < p.length; k++) {
      double old = p[k];
      p[k] = cosine * old - sine * q[k];
      q[k] = sine * old + cosine * q[k];
    }
    return true;
  }

  private static double dot(double[] p, double[] q) {
    double sum = 0;
    for (int k = 0; k < p.length; k++) {
      sum = Math.fma(p[k], q[k], sum);
    }
    return sum;
  }
}
