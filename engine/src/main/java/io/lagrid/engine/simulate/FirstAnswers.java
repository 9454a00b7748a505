package io.lagrid.engine.simulate;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.engine.delay.RoundDelays;

/**
 * The round is over with the first so many answers, whoever gives them: all of them without a code,
 * R of N with one whose threshold is R; or all but the slowest where a result without their part is
 * good enough.
 *
 * @param name what reports call it
 * @param workers N
 * @param needed how many answers, from 1 to N
 * @param load every worker's task
 */
public record FirstAnswers(String name, int workers, int needed, TaskLoad load)
    implements Strategy {

  /** Checks the range. */
  public FirstAnswers {
    if (needed < 1 || needed > workers) {
      throw new IllegalArgumentException(
          "%d answers needed of %d workers; 1 to N is legal".formatted(needed, workers));
    }
  }

  @Override
  public RoundTiming play(RoundDelays delays, Randomness choices) {
    Arrivals arrivals = new Arrivals(workers, load, delays);
    return arrivals.until(arrivals.kth(needed));
  }
}
