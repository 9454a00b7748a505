package io.lagrid.engine.forecast;

import io.lagrid.engine.cluster.sim.Network;
import io.lagrid.engine.delay.DelayModel;
import io.lagrid.engine.delay.Distribution;

/**
 * What is known of the workers of a cluster. Immutable if the model is.
 *
 * @param secondsPerMultiplyAdd of an undisturbed worker, positive; also of the coordinator
 * @param slowness draws the factor by which a worker's task takes longer than that
 * @param network the links
 */
public record WorkerProfile(double secondsPerMultiplyAdd, DelayModel slowness, Network network) {

  /**
   * Workers as they may be found: 5·10^9 multiply–adds per second; tasks take as long as they
   * should plus an exponential fifth more on average; links of 1 ms and 1 Gbit/s.
   */
  public static final WorkerProfile TYPICAL =
      new WorkerProfile(
          0.2e-9, new Distribution.ShiftedExponential(1, 5), new Network(1e-3, 125e6));

  /** Checks the range. */
  public WorkerProfile {
    if (!(secondsPerMultiplyAdd > 0 && secondsPerMultiplyAdd < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          secondsPerMultiplyAdd + " seconds per multiply-add; a positive number is legal");
    }
  }

  /** These workers with another slowness. */
  public WorkerProfile withSlowness(DelayModel slowness) {
    return new WorkerProfile(secondsPerMultiplyAdd, slowness, network);
  }

  /** These workers at another speed. */
  public WorkerProfile withSecondsPerMultiplyAdd(double seconds) {
    return new WorkerProfile(seconds, slowness, network);
  }

  /** These workers on other links. */
  public WorkerProfile withNetwork(Network network) {
    return new WorkerProfile(secondsPerMultiplyAdd, slowness, network);
  }
}
