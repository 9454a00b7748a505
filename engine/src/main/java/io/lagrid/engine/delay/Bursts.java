package io.lagrid.engine.delay;

import io.lagrid.algebra.ambient.Randomness;

/**
 * Slowness that lasts: each worker is a Markov chain of two states (Gilbert 1960, Elliott 1963). A
 * sound worker becomes slow between two rounds with probability {@code onset}, a slow one sound
 * with probability {@code recovery}; chains start in equilibrium, slow with probability onset /
 * (onset + recovery). A slow worker's tasks take {@code factor} times what the model says. Bursts
 * last 1/recovery rounds on average.
 *
 * @param onset in [0, 1]
 * @param recovery in [0, 1], positive if {@code onset} is not 0
 * @param factor positive
 * @param model the delays of sound workers
 */
public record Bursts(double onset, double recovery, double factor, DelayModel model)
    implements DelayModel {

  /** Checks the ranges. */
  public Bursts {
    Checks.probability("the onset", onset);
    Checks.probability("the recovery", recovery);
    Checks.positive("the factor", factor);
    if (recovery == 0 && onset > 0) {
      throw new IllegalArgumentException(
          "a recovery of 0 with an onset of "
              + onset
              + ": every worker would be slow for ever; a positive recovery is legal");
    }
  }

  /** The share of the time that a worker is slow. */
  public double slowShare() {
    return onset == 0 ? 0 : onset / (onset + recovery);
  }

  @Override
  public DelayProcess start(int workers, Randomness randomness) {
    DelayProcess inner = model.start(workers, Randomness.insecure(randomness.nextLong()));
    boolean[] slow = new boolean[Checks.workers(workers)];
    for (int worker = 0; worker < workers; worker++) {
      slow[worker] = randomness.nextDouble() < slowShare();
    }
    return () -> {
      boolean[] now = slow.clone();
      for (int worker = 0; worker < workers; worker++) {
        slow[worker] ^= randomness.nextDouble() < (slow[worker] ? recovery : onset);
      }
      RoundDelays delays = inner.next();
      return (worker, attempt) -> delays.seconds(worker, attempt) * (now[worker] ? factor : 1);
    };
  }
}
