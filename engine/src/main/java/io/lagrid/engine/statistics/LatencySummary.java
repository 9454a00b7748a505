package io.lagrid.engine.statistics;

import java.util.Arrays;

/**
 * What the times of many rounds amount to. A round that never ended counts as infinite.
 *
 * @param rounds how many
 * @param mean their average
 * @param standardError of the mean: standard deviation / √rounds; 0 for one round
 * @param p50 median
 * @param p95 95 in 100 rounds take no longer
 * @param p99 99 in 100 rounds take no longer
 * @param max the longest
 */
public record LatencySummary(
    int rounds, double mean, double standardError, double p50, double p95, double p99, double max) {

  /**
   * Summarises; quantiles are interpolated linearly between the two nearest ranks.
   *
   * @param seconds at least one; not modified
   */
  public static LatencySummary of(double[] seconds) {
    double[] sorted = seconds.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    if (n == 0) {
      throw new IllegalArgumentException("no rounds to summarise");
    }
    double mean = Arrays.stream(sorted).sum() / n;
    double squares = Arrays.stream(sorted).map(x -> (x - mean) * (x - mean)).sum();
    double error = n == 1 ? 0 : Math.sqrt(squares / (n - 1) / n);
    return new LatencySummary(
        n,
        mean,
        error,
        quantile(sorted, 0.50),
        quantile(sorted, 0.95),
        quantile(sorted, 0.99),
        sorted[n - 1]);
  }

  /**
   * A quantile, interpolated linearly between the two nearest ranks.
   *
   * @param sorted ascending, at least one; not modified
   * @param probability in [0, 1]
   */
  public static double quantile(double[] sorted, double probability) {
    double rank = probability * (sorted.length - 1);
    int below = (int) rank;
    double low = sorted[below];
    double high = sorted[Math.min(below + 1, sorted.length - 1)];
    return low == high ? low : low + (rank - below) * (high - low); // also if both are infinite
  }
}
