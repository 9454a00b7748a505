package io.lagrid.engine.statistics;

/**
 * The upper tail of a binomial distribution, P(Bin(n, v) ≥ m) as a function of v. Immutable and
 * thread-safe.
 */
final class Binomial {

  /** Terms smaller than this, beside the sum so far, change nothing: they fall ever faster. */
  private static final double NEGLIGIBLE = 1e-18;

  private final int m;
  private final int n;
  private final double[] logChoose; // ln C(n, i)

  /** The tail from m on, 0 ≤ m ≤ n. */
  Binomial(int m, int n) {
    this.m = m;
    this.n = n;
    this.logChoose = new double[n + 1];
    for (int i = 1; i <= n; i++) {
      logChoose[i] = logChoose[i - 1] + Math.log((n - i + 1.0) / i);
    }
  }

  /**
   * P(Bin(n, v) ≥ m): the largest term, and those on both sides of it until they are negligible.
   * Every term is positive, so small tails are accurate.
   */
  double atLeast(double v) {
    if (m == 0 || v >= 1) {
      return 1;
    }
    if (v <= 0) {
      return 0;
    }
    int largest = (int) Math.min(n, Math.max(m, Math.floor((n + 1) * v)));
    double odds = v / (1 - v);
    double top =
        Math.exp(logChoose[largest] + largest * Math.log(v) + (n - largest) * Math.log1p(-v));
    double sum = top;
    double term = top;
    for (int i = largest + 1; i <= n && term > NEGLIGIBLE * sum; i++) {
      term *= (n - i + 1.0) / i * odds;
      sum += term;
    }
    term = top;
    for (int i = largest; i > m && term > NEGLIGIBLE * sum; i--) {
      term *= i / ((n - i + 1.0) * odds);
      sum += term;
    }
    return Math.min(1, sum);
  }
}
