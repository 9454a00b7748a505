package io.lagrid.algebra.interpolation;

/**
 * The bands of a natural cubic spline over ascending knots x_0, …, x_(n−1), in the notation of
 * Green and Silverman: γ_j = g''(x_j) at the n − 2 inner knots, R the tridiagonal Gram matrix of
 * the second derivative's hat functions, Q the n×(n−2) matrix of second divided differences. With
 * values g at the knots, Qᵀg = Rγ and ∫|g''|² = γᵀRγ.
 *
 * <p>B = R + w·QᵀQ is factored as L·D·Lᵀ, with two bands below the diagonal of L. O(n).
 *
 * <p>Confined while it is built, immutable afterwards.
 */
final class SplineBands {

  private final double[] gaps;
  private final double[] inverseGaps;
  private final double[] pivots;
  private final double[] first;
  private final double[] second;

  /**
   * Factors B.
   *
   * @param knots ascending; not modified
   * @param weight w ≥ 0
   */
  SplineBands(double[] knots, double weight) {
    int inner = Math.max(0, knots.length - 2);
    gaps = new double[knots.length - 1];
    inverseGaps = new double[gaps.length];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = knots[i + 1] - knots[i];
      inverseGaps[i] = 1 / gaps[i];
    }
    pivots = new double[inner];
    first = new double[inner];
    second = new double[inner];
    for (int j = 0; j < inner; j++) {
      factor(j, weight);
    }
  }

  /** Row j of L: second[j] at column j − 2, first[j] at j − 1, and 1. */
  private void factor(int j, double weight) {
    double left = 1 / gaps[j];
    double right = 1 / gaps[j + 1];
    double middle = -left - right;
    double diagonal =
        (gaps[j] + gaps[j + 1]) / 3 + weight * (left * left + middle * middle + right * right);
    if (j >= 2) {
      second[j] = weight * left / gaps[j - 1] / pivots[j - 2];
      diagonal -= second[j] * second[j] * pivots[j - 2];
    }
    if (j >= 1) {
      double before = -1 / gaps[j - 1] - left;
      double below = gaps[j] / 6 + weight * (left * before + middle * left);
      double known = j >= 2 ? second[j] * pivots[j - 2] * first[j - 1] : 0;
      first[j] = (below - known) / pivots[j - 1];
      diagonal -= first[j] * first[j] * pivots[j - 1];
    }
    pivots[j] = diagonal;
  }

  /** The number of inner knots, n − 2. */
  int inner() {
    return pivots.length;
  }

  /** x_(i+1) − x_i. */
  double gap(int i) {
    return gaps[i];
  }

  /**
   * B⁻¹Qᵀy for several y side by side, whose recurrences do not wait for each other.
   *
   * @param y knot by knot one value of each; not modified
   * @param count how many there are
   * @return inner knot by inner knot one value of each
   */
  double[] curvatures(double[] y, int count) {
    double[] x = new double[inner() * count];
    for (int j = 0; j < inner(); j++) {
      double left = inverseGaps[j];
      double right = inverseGaps[j + 1];
      for (int c = j * count; c < (j + 1) * count; c++) {
        double middle = y[c + count];
        x[c] = (y[c + 2 * count] - middle) * right - (middle - y[c]) * left;
      }
      subtract(x, j, j >= 1 ? first[j] : 0, -count, count);
      subtract(x, j, j >= 2 ? second[j] : 0, -2 * count, count);
    }
    for (int j = inner() - 1; j >= 0; j--) {
      for (int c = j * count; c < (j + 1) * count; c++) {
        x[c] /= pivots[j];
      }
      subtract(x, j, j + 1 < inner() ? first[j + 1] : 0, count, count);
      subtract(x, j, j + 2 < inner() ? second[j + 2] : 0, 2 * count, count);
    }
    return x;
  }

  /** Row j of x minus a multiple of the row that lies so many entries further; 0 for none. */
  private static void subtract(double[] x, int j, double factor, int further, int count) {
    if (factor != 0) {
      for (int c = j * count; c < (j + 1) * count; c++) {
        x[c] -= factor * x[c + further];
      }
    }
  }

  /**
   * Adds entry i of Qγ for several γ side by side.
   *
   * @param curvatures γ, inner knot by inner knot one value of each; not modified
   * @param sums one per γ; modified
   */
  void addSpreads(double[] curvatures, int i, double[] sums) {
    int count = sums.length;
    double after = i < inner() ? inverseGaps[i] : 0;
    double at = i >= 1 && i <= inner() ? -inverseGaps[i - 1] - inverseGaps[i] : 0;
    double before = i >= 2 ? inverseGaps[i - 1] : 0;
    add(curvatures, i, after, sums, count);
    add(curvatures, i - 1, at, sums, count);
    add(curvatures, i - 2, before, sums, count);
  }

  private static void add(double[] from, int row, double factor, double[] sums, int count) {
    if (factor != 0) {
      for (int c = 0; c < count; c++) {
        sums[c] += factor * from[row * count + c];
      }
    }
  }

  /**
   * The diagonal of QB⁻¹Qᵀ, from the five central bands of B⁻¹ alone.
   *
   * <p>Source: M. F. Hutchinson and F. R. de Hoog, Smoothing noisy data with spline functions,
   * 1985.
   */
  double[] leverages() {
    double[][] inverse = centralBands();
    double[] diagonal = new double[gaps.length + 1];
    for (int i = 0; i < diagonal.length; i++) {
      double a = i < inner() ? 1 / gaps[i] : 0;
      double b = i >= 1 && i <= inner() ? -1 / gaps[i - 1] - 1 / gaps[i] : 0;
      double c = i >= 2 ? 1 / gaps[i - 1] : 0;
      double sum = 0;
      if (i < inner()) {
        sum += a * a * inverse[i][0];
      }
      if (i >= 1 && i <= inner()) {
        sum += b * b * inverse[i - 1][0] + 2 * a * b * inverse[i - 1][1];
      }
      if (i >= 2) {
        sum += c * c * inverse[i - 2][0] + 2 * b * c * inverse[i - 2][1];
        sum += 2 * a * c * inverse[i - 2][2];
      }
      diagonal[i] = sum;
    }
    return diagonal;
  }

  /** Entries (j, j), (j, j+1), (j, j+2) of B⁻¹; zero outside. */
  private double[][] centralBands() {
    int n = inner();
    double[][] band = new double[n][3];
    for (int j = n - 1; j >= 0; j--) {
      double f = j + 1 < n ? first[j + 1] : 0;
      double s = j + 2 < n ? second[j + 2] : 0;
      double next = j + 1 < n ? band[j + 1][0] : 0;
      double crossed = j + 1 < n ? band[j + 1][1] : 0;
      double afterNext = j + 2 < n ? band[j + 2][0] : 0;
      band[j][1] = -f * next - s * crossed;
      band[j][2] = -f * crossed - s * afterNext;
      band[j][0] = 1 / pivots[j] - f * band[j][1] - s * band[j][2];
    }
    return band;
  }
}
