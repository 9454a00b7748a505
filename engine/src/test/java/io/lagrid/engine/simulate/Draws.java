package io.lagrid.engine.simulate;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.engine.delay.RoundDelays;
import java.util.Arrays;

/** Delays written out by hand: a row per attempt, a column per worker. */
final class Draws {

  private Draws() {}

  static RoundDelays of(double[]... attempts) {
    return (worker, attempt) -> attempts[attempt][worker];
  }

  static double play(Strategy strategy, double[]... attempts) {
    return strategy.play(of(attempts), Randomness.insecure(1)).seconds();
  }

  /** The same number for every worker but the last. */
  static double[] allBut(int workers, double most, double last) {
    double[] row = new double[workers];
    Arrays.fill(row, most);
    row[workers - 1] = last;
    return row;
  }
}
