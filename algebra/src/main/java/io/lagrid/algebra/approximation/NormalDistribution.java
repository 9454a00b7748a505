package io.lagrid.algebra.approximation;

/** The distribution function Φ of the standard normal distribution, to about 15 digits. */
final class NormalDistribution {

  private static final double SERIES_BELOW = 3;
  private static final int TERMS = 200;
  private static final double DENSITY_AT_ZERO = 1 / Math.sqrt(2 * Math.PI);

  private NormalDistribution() {}

  /** Φ(x). */
  static double below(double x) {
    double magnitude = Math.abs(x);
    if (magnitude > 40) {
      return x > 0 ? 1 : 0;
    }
    double density = DENSITY_AT_ZERO * Math.exp(-magnitude * magnitude / 2);
    if (magnitude < SERIES_BELOW) {
      return 0.5 + Math.copySign(density * series(magnitude), x);
    }
    double tail = density / fraction(magnitude);
    return x > 0 ? 1 - tail : tail;
  }

  /** x + x³/3 + x⁵/(3·5) + …: (Φ(x) − 1/2)/φ(x). */
  private static double series(double x) {
    double term = x;
    double sum = x;
    for (int k = 1; k < TERMS && term > sum * 0x1p-60; k++) {
      term *= x * x / (2 * k + 1);
      sum += term;
    }
    return sum;
  }

  /** x + 1/(x + 2/(x + 3/(x + …))): φ(x)/(1 − Φ(x)), Laplace's continued fraction. */
  private static double fraction(double x) {
    double value = x;
    for (int k = TERMS; k >= 1; k--) {
      value = x + k / value;
    }
    return value;
  }
}
