package io.lagrid.engine.statistics;

/** The binomial distribution's upper tail. */
final class Binomial {

  private Binomial() {}

  /** P(Bin(n, v) ≥ m), for 0 ≤ m ≤ n; every term is positive, so small tails are accurate. */
  static double atLeast(int m, int n, double v) {
    if (m <= 0 || v >= 1) {
      return 1;
    }
    if (v <= 0) {
      return 0;
    }
    double logOdds = Math.log(v) - Math.log1p(-v);
    double term = m * Math.log(v) + (n - m) * Math.log1p(-v); // ln P(Bin = m)
    for (int i = 1; i <= m; i++) {
      term += Math.log((n - m + i) / (double) i);
    }
    double sum = Math.exp(term);
    for (int i = m + 1; i <= n; i++) {
      term += Math.log((n - i + 1.0) / i) + logOdds;
      sum += Math.exp(term);
    }
    return Math.min(1, sum);
  }
}
