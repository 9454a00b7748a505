package io.lagrid.engine.simulate.piece;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.engine.cluster.piece.LoadPolicy;
import io.lagrid.engine.cluster.piece.Loads;
import io.lagrid.engine.cluster.piece.SpeedBook;
import io.lagrid.engine.delay.RoundDelays;
import io.lagrid.engine.simulate.RoundTiming;
import io.lagrid.engine.simulate.Strategy;

/**
 * Loads that follow the speeds which earlier rounds have shown, as {@link
 * io.lagrid.engine.cluster.piece.PieceCluster#adaptive} has them: in the first round everybody is
 * held to be alike, after each round speeds are learned, and {@link LoadPolicy#enough} hands out
 * the pieces of the next. Sending pieces that a worker has never held is not timed.
 *
 * @param most all that workers can be given, and how many pieces give the result
 * @param stragglers how many workers may not answer, whatever was learned of them
 */
public record LearnedLoads(InPieces most, int stragglers) implements Strategy {

  /** Checks the range. */
  public LearnedLoads {
    if (stragglers < 0) {
      throw new IllegalArgumentException(stragglers + " stragglers; 0 or more are legal");
    }
  }

  @Override
  public String name() {
    return most.name();
  }

  @Override
  public int workers() {
    return most.workers();
  }

  /** The loads of the first round. */
  public Loads first() {
    return next(new SpeedBook(workers()));
  }

  private Loads next(SpeedBook speeds) {
    return LoadPolicy.enough(most.needed(), stragglers)
        .next(speeds.piecesPerSecond(), new Loads(most.loads()));
  }

  /** Plays a first round. */
  @Override
  public RoundTiming play(RoundDelays delays, Randomness choices) {
    return series().play(delays, choices);
  }

  @Override
  public Series series() {
    SpeedBook speeds = new SpeedBook(workers());
    return (delays, choices) -> {
      Loads loads = next(speeds);
      RoundTiming timing =
          new InPieces(name(), loads.pieces(), most.needed(), most.pace()).play(delays, choices);
      learn(speeds, loads, delays, timing.seconds());
      return timing;
    };
  }

  private void learn(SpeedBook speeds, Loads loads, RoundDelays delays, double end) {
    int[] done = new int[workers()];
    double[] last = new double[workers()];
    double heard = 0;
    for (int worker = 0; worker < done.length; worker++) {
      double draw = delays.seconds(worker, 0);
      double next = most.pace().seconds(1, draw);
      while (done[worker] < loads.of(worker) && next <= end && next < Double.POSITIVE_INFINITY) {
        last[worker] = next;
        next = most.pace().seconds(++done[worker] + 1, draw);
      }
      heard = Math.max(heard, last[worker]);
    }
    speeds.learn(done, last, Math.min(end, heard));
  }
}
