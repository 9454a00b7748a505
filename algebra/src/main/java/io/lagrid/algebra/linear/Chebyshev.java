package io.lagrid.algebra.linear;

import io.lagrid.algebra.matrix.Matrix;

/**
 * Chebyshev polynomials T_j(cos θ) = cos(jθ), their zeros and their extrema.
 *
 * <p>Where a point is one of the classical nodes its angle is a rational multiple of π, and T_j is
 * taken as the cosine of an angle that was reduced exactly, in integers: one rounding, however
 * large j is. Stateless and thread-safe.
 */
public final class Chebyshev {

  private Chebyshev() {}

  /** The zeros of T_count in descending order: cos((2i+1)π / 2·count). */
  public static double[] zeros(int count) {
    double[] points = new double[count];
    for (int i = 0; i < count; i++) {
      points[i] = cosine(2L * i + 1, 2L * count);
    }
    return points;
  }

  /** The extrema of T_(count−1) in descending order: cos(iπ / (count−1)); 0 if there is one. */
  public static double[] extrema(int count) {
    double[] points = new double[count];
    for (int i = 0; i < count && count > 1; i++) {
      points[i] = cosine(i, count - 1L);
    }
    return points;
  }

  /**
   * T_0, …, T_(columns−1) at the zeros of T_count: entry (i, j) is cos(j(2i+1)π / 2·count).
   *
   * @return count×columns, a new matrix
   */
  public static Matrix atZeros(int count, int columns) {
    Matrix result = Matrix.zeros(count, columns);
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < columns; j++) {
        result.set(i, j, cosine(j * (2L * i + 1), 2L * count));
      }
    }
    return result;
  }

  /**
   * T_0, …, T_(columns−1) at any points, by the three-term recurrence T_(j+1) = 2x·T_j − T_(j−1).
   *
   * @param points m reals; not modified
   * @return m×columns, a new matrix
   */
  public static Matrix values(double[] points, int columns) {
    Matrix result = Matrix.zeros(points.length, columns);
    for (int i = 0; i < points.length; i++) {
      double previous = points[i];
      double current = 1;
      for (int j = 0; j < columns; j++) {
        result.set(i, j, current);
        double next = 2 * points[i] * current - previous;
        previous = current;
        current = next;
      }
    }
    return result;
  }

  /**
   * cos(π·numerator/denominator), the angle reduced exactly to the first octant before it is
   * rounded, so that symmetric angles give results of exactly equal magnitude.
   *
   * @param numerator of magnitude below 2^61
   * @param denominator positive, below 2^29
   */
  public static double cosine(long numerator, long denominator) {
    long turn = Math.abs(numerator) % (2 * denominator);
    long half = turn > denominator ? 2 * denominator - turn : turn;
    boolean negative = 2 * half > denominator;
    long quarter = negative ? denominator - half : half;
    double magnitude =
        4 * quarter > denominator
            ? Math.sin(Math.PI * (denominator - 2 * quarter) / (2.0 * denominator))
            : Math.cos(Math.PI * quarter / denominator);
    return negative ? -magnitude : magnitude;
  }

  /** sin(π·numerator/denominator), reduced like {@link #cosine}. */
  public static double sine(long numerator, long denominator) {
    return cosine(2 * numerator - denominator, 2 * denominator);
  }
}
