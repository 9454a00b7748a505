package io.lagrid.cli.profile;

import io.lagrid.engine.cluster.sim.Network;
import io.lagrid.engine.delay.Distribution;
import io.lagrid.engine.forecast.WorkerProfile;
import java.util.Arrays;

/**
 * Seconds per multiply–add of tasks that were measured, and the workers they speak of: as fast as
 * the fastest twentieth of them, and slower than that by a shift-exponential factor with the
 * measured mean.
 */
public final class TaskTimes {

  private static final double FAST = 0.05;
  private static final double LEAST_VARIATION = 1e-3;

  private final double[] sorted;

  /**
   * The times.
   *
   * @param secondsPerMultiplyAdd at least one, positive; not modified
   */
  public TaskTimes(double[] secondsPerMultiplyAdd) {
    if (secondsPerMultiplyAdd.length == 0) {
      throw new IllegalArgumentException("no task was timed");
    }
    sorted = secondsPerMultiplyAdd.clone();
    Arrays.sort(sorted);
  }

  /** How many tasks were timed. */
  public int count() {
    return sorted.length;
  }

  /** The seconds per multiply–add of an undisturbed worker. */
  public double secondsPerMultiplyAdd() {
    return sorted[(int) (FAST * (sorted.length - 1))];
  }

  /** By which factor tasks take longer: 1 + Exp(μ), with the mean of the measured factors. */
  public Distribution.ShiftedExponential slowness() {
    double mean = Arrays.stream(sorted).average().orElseThrow() / secondsPerMultiplyAdd();
    return new Distribution.ShiftedExponential(1, 1 / Math.max(mean - 1, LEAST_VARIATION));
  }

  /** These workers on those links. */
  public WorkerProfile profile(Network network) {
    return new WorkerProfile(secondsPerMultiplyAdd(), slowness(), network);
  }
}
