package io.lagrid.engine.statistics;

/**
 * How much redundancy an MDS code should have when one product is split among n workers and the
 * answers of any k give it. A worker's load is 1/k of the product, and load l takes l·(a + Exp(μ))
 * seconds, so the round is expected to take
 *
 * <pre>(1/k)·(a + (H_n − H_{n−k})/μ).</pre>
 *
 * <p>Small k loads every worker heavily, large k waits for the slowest. For large n the best rate
 * is k/n = 1 + 1/W₋₁(−e^(−aμ−1)).
 *
 * <p>Source: Lee, Lam, Pedarsani, Papailiopoulos and Ramchandran, Speeding up distributed machine
 * learning using codes, 2018, theorem 2.
 */
public final class OptimalRate {

  private OptimalRate() {}

  /**
   * The best k/n as n grows.
   *
   * @param shift a, seconds for the whole product that every worker takes at least, not negative
   * @param rate μ, per second, positive
   * @return in (0, 1); 0 at a = 0, where full replication is best
   */
  public static double asymptotic(double shift, double rate) {
    check(shift, rate);
    return 1 + 1 / LambertW.ofLog(-shift * rate - 1);
  }

  /** The expected seconds of the round for a threshold of k among n workers. */
  public static double expectedSeconds(int k, int n, double shift, double rate) {
    check(shift, rate);
    return OrderStatistics.shiftedExponential(k, n, shift, rate) / k;
  }

  /** The k that minimises {@link #expectedSeconds} for n workers, by trying all. */
  public static int bestThreshold(int n, double shift, double rate) {
    int best = 1;
    for (int k = 2; k <= n; k++) {
      if (expectedSeconds(k, n, shift, rate) < expectedSeconds(best, n, shift, rate)) {
        best = k;
      }
    }
    return best;
  }

  private static void check(double shift, double rate) {
    if (!(shift >= 0 && rate > 0)) {
      throw new IllegalArgumentException(
          "a = %s, mu = %s; a from 0 and a positive mu are legal".formatted(shift, rate));
    }
  }
}
