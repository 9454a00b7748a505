package io.lagrid.engine.statistics;

import io.lagrid.engine.delay.Distribution;

/**
 * When a round is over if workers take independent, identically distributed times: a function of
 * the tail alone. For v = P(T &gt; t) of a single worker, {@link #unfinished} is the probability
 * that the round is not over by t. Mean and quantiles of the round follow for any distribution.
 *
 * <p>Implementations are immutable and thread-safe.
 */
@FunctionalInterface
public interface CompletionLaw {

  /**
   * P(round not over by t), accurate also where it is small.
   *
   * @param tail v = P(T &gt; t), in [0, 1]
   * @return does not decrease in v; 0 at v = 0, 1 at v = 1
   */
  double unfinished(double tail);

  /** Over with the k-th of n answers: not over with probability P(Bin(n, v) &gt; n − k). */
  static CompletionLaw anyOf(int k, int n) {
    OrderStatistics.checkRank(k, n);
    return new Binomial(n - k + 1, n)::atLeast;
  }

  /**
   * Over when each of K tasks is answered by one of its workers, of which every task has ⌊N/K⌋ or
   * one more; over with probability (1 − v^c)^(K − N mod K) · (1 − v^(c+1))^(N mod K).
   *
   * @param tasks K, from 1 to N
   * @param workers N
   */
  static CompletionLaw anyOfEach(int tasks, int workers) {
    OrderStatistics.checkRank(tasks, workers);
    int copies = workers / tasks;
    int larger = workers % tasks;
    return tail ->
        -Math.expm1(
            (tasks - larger) * Math.log1p(-Math.pow(tail, copies))
                + (larger == 0 ? 0 : larger * Math.log1p(-Math.pow(tail, copies + 1))));
  }

  /**
   * The expected time until the round is over, to a relative accuracy of about 10^-6; infinite if
   * the mean does not exist.
   */
  default double expected(Distribution distribution) {
    return new Expectation(this, distribution).value();
  }

  /**
   * The time by which the round is over with a given probability.
   *
   * @param probability in (0, 1)
   */
  default double quantile(Distribution distribution, double probability) {
    if (!(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException(
          "the quantile at " + probability + "; between 0 and 1 is legal");
    }
    double low = -745; // ln v: below, v is 0
    double high = 0;
    while (high - low > 1e-13 * -low) {
      double middle = 0.5 * (low + high);
      if (middle == low || middle == high) {
        break;
      }
      if (unfinished(Math.exp(middle)) <= 1 - probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return distribution.exceededWith(Math.exp(low));
  }
}
