package io.lagrid.engine.forecast;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.engine.delay.DelayModel;
import io.lagrid.engine.delay.DelayProcess;
import io.lagrid.engine.delay.RoundDelays;
import io.lagrid.engine.statistics.HeterogeneousLoads;
import java.util.Arrays;

/**
 * A few rounds of a delay model, drawn to see what workers are like. Immutable.
 *
 * <p>Shift-exponential workers are fitted by their least and their mean time.
 */
final class Pilot {

  private static final int ROUNDS = 200;

  /** A worker whose time never varies is taken to vary by this share of it. */
  private static final double LEAST_VARIATION = 1e-3;

  private final double[][] draws; // by worker

  private Pilot(double[][] draws) {
    this.draws = draws;
  }

  static Pilot of(DelayModel model, int workers) {
    DelayProcess process = model.start(workers, Randomness.insecure(0));
    double[][] draws = new double[workers][ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      RoundDelays delays = process.next();
      for (int worker = 0; worker < workers; worker++) {
        draws[worker][round] = delays.seconds(worker, 0);
      }
    }
    return new Pilot(draws);
  }

  /** The median of all draws, positive. */
  double median() {
    double[] all = Arrays.stream(draws).flatMapToDouble(Arrays::stream).sorted().toArray();
    return Math.max(all[all.length / 2], Double.MIN_NORMAL);
  }

  /**
   * The loads that are best for these workers, whole.
   *
   * @param pieces how many pieces give the product; one takes 1/{@code perTask} of a draw
   * @param perTask pieces in a task of the reference
   */
  int[] bestLoads(int pieces, double perTask) {
    double[] shifts = new double[draws.length];
    double[] rates = new double[draws.length];
    for (int worker = 0; worker < draws.length; worker++) {
      double[] finite = Arrays.stream(draws[worker]).filter(Double::isFinite).toArray();
      double least = Arrays.stream(finite).min().orElse(Double.MAX_VALUE);
      double mean = Arrays.stream(finite).average().orElse(Double.MAX_VALUE);
      shifts[worker] = Math.max(least, Double.MIN_NORMAL * 1e20) / perTask;
      rates[worker] = perTask / Math.max(mean - least, LEAST_VARIATION * mean + 1e-12);
    }
    return HeterogeneousLoads.of(pieces, shifts, rates).wholeLoads();
  }
}
