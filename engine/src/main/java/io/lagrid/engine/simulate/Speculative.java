package io.lagrid.engine.simulate;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.engine.delay.RoundDelays;

/**
 * One worker per task, and second copies of tasks that take long.
 *
 * @param name what reports call it
 * @param workers N
 * @param tasks K, from 1 to N; task w starts at worker w
 * @param rules when to start a copy
 * @param load every task
 */
public record Speculative(String name, int workers, int tasks, Speculation rules, TaskLoad load)
    implements Strategy {

  /** Checks the range. */
  public Speculative {
    Replicated.checkTasks(tasks, workers);
  }

  @Override
  public RoundTiming play(RoundDelays delays, Randomness choices) {
    return new SpeculativeRound(tasks, rules, new Slots(workers, load, delays, choices)).play();
  }
}
