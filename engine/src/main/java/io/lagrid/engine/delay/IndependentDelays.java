package io.lagrid.engine.delay;

import io.lagrid.algebra.ambient.Randomness;
import java.util.ArrayList;
import java.util.List;

/** Rounds of independent draws. Confined to one thread. */
final class IndependentDelays implements DelayProcess {

  private final Distribution distribution;
  private final int workers;
  private final Randomness randomness;

  IndependentDelays(Distribution distribution, int workers, Randomness randomness) {
    this.distribution = distribution;
    this.workers = Checks.workers(workers);
    this.randomness = randomness;
  }

  @Override
  public RoundDelays next() {
    return new Drawn(row(randomness), randomness.nextLong());
  }

  private double[] row(Randomness source) {
    double[] row = new double[workers];
    for (int worker = 0; worker < workers; worker++) {
      row[worker] = distribution.draw(source);
    }
    return row;
  }

  /** Later attempts are drawn when asked for, all workers at once, from a stream of their own. */
  private final class Drawn implements RoundDelays {

    private final List<double[]> attempts = new ArrayList<>();
    private final long seed;

    Drawn(double[] first, long seed) {
      attempts.add(first);
      this.seed = seed;
    }

    @Override
    public double seconds(int worker, int attempt) {
      while (attempts.size() <= attempt) {
        attempts.add(row(Randomness.insecure(seed + attempts.size())));
      }
      return attempts.get(attempt)[worker];
    }
  }
}
