package io.lagrid.engine.delay;

import io.lagrid.algebra.ambient.Randomness;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Measured seconds of every worker in every round, replayed. With N of its workers, the first pass
 * goes through its rounds with workers 0 to N − 1, the second with workers N to 2N − 1, and so on
 * while N are left; then everything starts over. A further attempt on a worker takes as long as
 * that worker took in that round.
 *
 * <p>Immutable and thread-safe.
 */
public final class Trace implements DelayModel {

  private final double[][] seconds;

  /**
   * A trace.
   *
   * @param seconds a row per round, at least one, each with the seconds of the same workers, at
   *     least one; not negative; copied
   */
  public Trace(double[][] seconds) {
    if (seconds.length == 0 || seconds[0].length == 0) {
      throw new IllegalArgumentException("a trace of no rounds or no workers");
    }
    this.seconds = new double[seconds.length][];
    for (int round = 0; round < seconds.length; round++) {
      if (seconds[round].length != seconds[0].length) {
        throw new IllegalArgumentException(
            "round %d has %d workers, round 0 has %d"
                .formatted(round, seconds[round].length, seconds[0].length));
      }
      this.seconds[round] = seconds[round].clone();
      for (double value : seconds[round]) {
        Checks.notNegative("a time in round " + round, value);
      }
    }
  }

  /**
   * Reads a CSV file, compressed by gzip or not: a header that names the columns {@code worker},
   * {@code round} and {@code seconds} in any order, and one line per worker and round, both counted
   * from 0, in any order, without gaps.
   *
   * @throws IllegalArgumentException if it holds no trace; the message names file and line
   * @throws IOException if it cannot be read
   */
  public static Trace read(Path file) throws IOException {
    return TraceReader.read(file);
  }

  /** How many workers were measured. */
  public int workers() {
    return seconds[0].length;
  }

  /** How many rounds were measured. */
  public int rounds() {
    return seconds.length;
  }

  /** How many rounds of N workers there are before they repeat. */
  public int distinctRounds(int workers) {
    return rounds() * (workers() / Checks.workers(workers));
  }

  /** What was measured. */
  public double seconds(int worker, int round) {
    return seconds[round][worker];
  }

  /**
   * {@inheritDoc}
   *
   * @param randomness not used
   * @throws IllegalArgumentException if the trace has fewer workers
   */
  @Override
  public DelayProcess start(int workers, Randomness randomness) {
    if (Checks.workers(workers) > workers()) {
      throw new IllegalArgumentException(
          "%d workers, but the trace has %d".formatted(workers, workers()));
    }
    int distinct = distinctRounds(workers);
    return new DelayProcess() {
      private int played;

      @Override
      public RoundDelays next() {
        double[] round = seconds[played % rounds()];
        int first = played / rounds() * workers;
        played = (played + 1) % distinct;
        return (worker, attempt) -> round[first + worker];
      }
    };
  }
}
