package io.lagrid.engine.statistics;

/** Expected order statistics of exponential and uniform times. */
public final class OrderStatistics {

  /** Above, the asymptotic series is exact to double precision. */
  private static final int SUMMED = 256;

  private static final double EULER = 0.5772156649015329;

  private OrderStatistics() {}

  /** H_n = 1 + 1/2 + … + 1/n; 0 for n = 0. */
  public static double harmonic(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("H_" + n + "; n from 0 is legal");
    }
    if (n > SUMMED) {
      double x = n;
      return Math.log(x) + EULER + 1 / (2 * x) - 1 / (12 * x * x) + 1 / (120 * x * x * x * x);
    }
    double sum = 0;
    for (int i = n; i > 0; i--) {
      sum += 1.0 / i;
    }
    return sum;
  }

  /**
   * The expected k-th smallest of n independent times a + Exp(μ): a + (H_n − H_{n−k})/μ. (Rényi
   * 1953.)
   */
  public static double shiftedExponential(int k, int n, double shift, double rate) {
    checkRank(k, n);
    return shift + (harmonic(n) - harmonic(n - k)) / rate;
  }

  /** The variance of the same: Σ_{i=n−k+1}^{n} 1/i² / μ². */
  public static double exponentialVariance(int k, int n, double rate) {
    checkRank(k, n);
    double sum = 0;
    for (int i = n - k + 1; i <= n; i++) {
      sum += 1.0 / ((double) i * i);
    }
    return sum / (rate * rate);
  }

  static void checkRank(int k, int n) {
    if (k < 1 || k > n) {
      throw new IllegalArgumentException("the %d-th of %d times; 1 to n is legal".formatted(k, n));
    }
  }
}
