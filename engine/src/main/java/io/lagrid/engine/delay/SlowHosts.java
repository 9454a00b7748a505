package io.lagrid.engine.delay;

import io.lagrid.algebra.ambient.Randomness;

/**
 * Workers that share hosts, and hosts that slow down as a whole: workers 0 to size − 1 live on the
 * first host, the next on the second, and so on. In every round each host is slow with probability
 * q, independently; on a slow host every task takes {@code factor} times what the model says.
 *
 * @param size workers per host, positive
 * @param slowProbability q, in [0, 1]
 * @param factor positive
 * @param model the delays on hosts that are not slow
 */
public record SlowHosts(int size, double slowProbability, double factor, DelayModel model)
    implements DelayModel {

  /** Checks the ranges. */
  public SlowHosts {
    if (size < 1) {
      throw new IllegalArgumentException(
          "hosts of " + size + " workers; 1 or more workers are legal");
    }
    Checks.probability("the probability", slowProbability);
    Checks.positive("the factor", factor);
  }

  @Override
  public DelayProcess start(int workers, Randomness randomness) {
    DelayProcess inner = model.start(workers, Randomness.insecure(randomness.nextLong()));
    return () -> {
      boolean[] slow = new boolean[(Checks.workers(workers) - 1) / size + 1];
      for (int host = 0; host < slow.length; host++) {
        slow[host] = randomness.nextDouble() < slowProbability;
      }
      RoundDelays delays = inner.next();
      return (worker, attempt) ->
          delays.seconds(worker, attempt) * (slow[worker / size] ? factor : 1);
    };
  }
}
