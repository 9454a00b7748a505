package io.lagrid.engine.cluster.piece;

import java.util.Arrays;

/**
 * What is known of the workers' speeds, in pieces per second: for each, half of what it was held to
 * be and half of what it has just shown. A worker that showed nothing in a round of t seconds is
 * held to do half a piece in that time, unless it was held to be slower. Before the first round all
 * do one piece a second. Confined to one thread at a time.
 */
public final class SpeedBook {

  private static final double WEIGHT = 0.5;

  private final double[] speeds;
  private boolean known;

  /** Nothing learned yet of that many workers. */
  public SpeedBook(int workers) {
    speeds = new double[workers];
    Arrays.fill(speeds, 1);
  }

  /** What every worker is held to do, in pieces per second; a new array. */
  public double[] piecesPerSecond() {
    return speeds.clone();
  }

  /**
   * Learns from a round.
   *
   * @param done how many pieces each worker was heard of with; not modified
   * @param lastSeconds when each was heard of last; not modified
   * @param seconds how long the round took
   */
  public void learn(int[] done, double[] lastSeconds, double seconds) {
    if (!(seconds > 0)) {
      return;
    }
    for (int worker = 0; worker < speeds.length; worker++) {
      double shown =
          done[worker] > 0
              ? done[worker] / Math.max(lastSeconds[worker], Double.MIN_NORMAL)
              : 0.5 / seconds;
      if (!known) {
        speeds[worker] = shown;
      } else if (done[worker] > 0 || shown < speeds[worker]) {
        speeds[worker] += WEIGHT * (shown - speeds[worker]);
      }
    }
    known = true;
  }
}
