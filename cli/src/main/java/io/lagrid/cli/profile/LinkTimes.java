package io.lagrid.cli.profile;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.PreparedProduct;
import io.lagrid.engine.Settings;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.local.LocalCluster;
import io.lagrid.engine.cluster.sim.Network;
import java.util.Arrays;

/**
 * Times messages to workers that are threads of this process: half the round trip of a task of one
 * multiplication, and, as blocks are handed over by reference, one pass through memory to read
 * them.
 */
public final class LinkTimes {

  private static final int WARM_UP = 100;
  private static final int ROUND_TRIPS = 200;
  private static final int DOUBLES = 1 << 22;
  private static final int COPIES = 9;

  private final Clock clock;

  /** Timed with that clock. */
  public LinkTimes(Clock clock) {
    this.clock = clock;
  }

  /** Takes a fraction of a second. */
  public Network measure() {
    return new Network(roundTripSeconds() / 2, bytesPerSecond());
  }

  private static double roundTripSeconds() {
    Matrix one = Matrix.of(1, 1, new double[] {1});
    double[] seconds = new double[ROUND_TRIPS];
    try (Cluster cluster = LocalCluster.of(1);
        PreparedProduct<Matrix> product =
            Lagrid.on(cluster).with(Settings.DEFAULT.withCode("uncoded")).prepare(one, 1)) {
      for (int i = -WARM_UP; i < ROUND_TRIPS; i++) {
        double trip = product.multiply(one).report().seconds().await();
        seconds[Math.max(0, i)] = trip;
      }
    }
    return median(seconds);
  }

  private double bytesPerSecond() {
    double[] from = new double[DOUBLES];
    double[] to = new double[DOUBLES];
    double[] seconds = new double[COPIES];
    for (int i = 0; i < COPIES; i++) {
      Arrays.fill(from, i);
      long start = clock.nanos();
      System.arraycopy(from, 0, to, 0, DOUBLES);
      seconds[i] = Math.max(1, clock.nanos() - start) * 1e-9;
    }
    return (double) DOUBLES * Double.BYTES / median(seconds);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
