package io.lagrid.engine.simulate;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.engine.delay.RoundDelays;
import io.lagrid.engine.statistics.WorkConservingBound;

/**
 * The bound no strategy beats: every worker useful until the very end.
 *
 * @param name what reports call it
 * @param workers N
 * @param work the whole product, in reference tasks
 */
public record WorkConserving(String name, int workers, double work) implements Strategy {

  @Override
  public RoundTiming play(RoundDelays delays, Randomness choices) {
    double[] seconds = new double[workers];
    for (int worker = 0; worker < workers; worker++) {
      seconds[worker] = delays.seconds(worker, 0);
    }
    double end = WorkConservingBound.seconds(work, seconds);
    return new RoundTiming(end, workers * end, workers);
  }
}
