package io.lagrid.engine.simulate;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.engine.delay.RoundDelays;
import java.util.Arrays;

/**
 * K tasks, task w mod K at worker w: each is done when the fastest of its workers answers.
 *
 * @param name what reports call it
 * @param workers N
 * @param tasks K, from 1 to N
 * @param load every worker's task
 */
public record Replicated(String name, int workers, int tasks, TaskLoad load) implements Strategy {

  /** Checks the range. */
  public Replicated {
    checkTasks(tasks, workers);
  }

  static void checkTasks(int tasks, int workers) {
    if (tasks < 1 || tasks > workers) {
      throw new IllegalArgumentException(
          "%d tasks for %d workers; 1 to N is legal".formatted(tasks, workers));
    }
  }

  @Override
  public RoundTiming play(RoundDelays delays, Randomness choices) {
    Arrivals arrivals = new Arrivals(workers, load, delays);
    double[] done = new double[tasks];
    Arrays.fill(done, Double.POSITIVE_INFINITY);
    for (int worker = 0; worker < workers; worker++) {
      done[worker % tasks] = Math.min(done[worker % tasks], arrivals.of(worker));
    }
    double busy = 0; // a copy is stopped when its task is done
    for (int worker = 0; worker < workers; worker++) {
      busy += done[worker % tasks];
    }
    return new RoundTiming(Arrays.stream(done).max().orElseThrow(), busy, workers);
  }
}
