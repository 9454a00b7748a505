package io.lagrid.engine.simulate;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.engine.delay.RoundDelays;

/**
 * One task per worker, and second copies of those that take long.
 *
 * @param name what reports call it
 * @param workers N, also the number of tasks
 * @param rules when to start a copy
 * @param load every task
 */
public record Speculative(String name, int workers, Speculation rules, TaskLoad load)
    implements Strategy {

  @Override
  public RoundTiming play(RoundDelays delays, Randomness choices) {
    return new SpeculativeRound(workers, rules, new Slots(workers, load, delays, choices)).play();
  }
}
