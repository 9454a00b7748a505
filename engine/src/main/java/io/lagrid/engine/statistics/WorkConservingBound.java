package io.lagrid.engine.statistics;

import java.util.Arrays;

/**
 * The yardstick of every scheme: if all workers computed something useful until the very end, the
 * round would take (all work)/(the sum of all speeds).
 */
public final class WorkConservingBound {

  private WorkConservingBound() {}

  /**
   * The bound for one round.
   *
   * @param tasks the work of the product, in tasks; may be a fraction
   * @param secondsPerTask how long each worker takes for one task, infinite if it never answers;
   *     not modified
   * @return infinite if no worker answers
   */
  public static double seconds(double tasks, double[] secondsPerTask) {
    return tasks / Arrays.stream(secondsPerTask).map(seconds -> 1 / seconds).sum();
  }
}
