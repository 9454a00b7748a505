package io.lagrid.engine.simulate;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.engine.delay.DelayModel;
import io.lagrid.engine.delay.DelayProcess;
import io.lagrid.engine.delay.RoundDelays;
import io.lagrid.engine.statistics.LatencySummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Several strategies on the same draws: in every round each of them meets the same workers, as slow
 * or fast as for the others. Immutable.
 *
 * @param tracks one per strategy, in the order given
 */
public record Comparison(List<Track> tracks) {

  /** Copies the list. */
  public Comparison {
    tracks = List.copyOf(tracks);
  }

  /**
   * Plays rounds.
   *
   * @param strategies what to compare, at least one
   * @param model what draws the delays
   * @param rounds how many, positive
   * @param seed the same seed gives the same draws and choices
   * @throws IllegalArgumentException if the model has no delays for that many workers
   */
  public static Comparison play(
      List<? extends Strategy> strategies, DelayModel model, int rounds, long seed) {
    if (strategies.isEmpty() || rounds < 1) {
      throw new IllegalArgumentException(
          "%d strategies, %d rounds; at least one of each is needed"
              .formatted(strategies.size(), rounds));
    }
    int workers = strategies.stream().mapToInt(Strategy::workers).max().orElseThrow();
    DelayProcess process = model.start(workers, Randomness.insecure(seed));
    List<Randomness> choices = new ArrayList<>();
    List<Strategy.Series> series = new ArrayList<>();
    RoundTiming[][] timings = new RoundTiming[strategies.size()][rounds];
    for (int i = 0; i < strategies.size(); i++) {
      choices.add(Randomness.insecure(seed + 1 + i));
      series.add(strategies.get(i).series());
    }
    for (int round = 0; round < rounds; round++) {
      RoundDelays delays = process.next();
      for (int i = 0; i < strategies.size(); i++) {
        timings[i][round] = series.get(i).play(delays, choices.get(i));
      }
    }
    List<Track> tracks = new ArrayList<>();
    for (int i = 0; i < strategies.size(); i++) {
      tracks.add(new Track(strategies.get(i), List.of(timings[i])));
    }
    return new Comparison(tracks);
  }

  /**
   * One strategy's rounds.
   *
   * @param strategy who
   * @param timings round by round
   */
  public record Track(Strategy strategy, List<RoundTiming> timings) {

    /** Copies the list. */
    public Track {
      timings = List.copyOf(timings);
    }

    /** The seconds of every round; a new array. */
    public double[] seconds() {
      return timings.stream().mapToDouble(RoundTiming::seconds).toArray();
    }

    /** What the seconds amount to. */
    public LatencySummary summary() {
      return LatencySummary.of(seconds());
    }

    /** Mean seconds that all workers together were busy in a round. */
    public double meanBusySeconds() {
      return timings.stream().mapToDouble(RoundTiming::busySeconds).average().orElseThrow();
    }

    /** Mean number of tasks started in a round. */
    public double meanLaunched() {
      return timings.stream().mapToInt(RoundTiming::launched).average().orElseThrow();
    }

    /** The seconds of every round, ascending; a new array. */
    public double[] sortedSeconds() {
      double[] sorted = seconds();
      Arrays.sort(sorted);
      return sorted;
    }
  }
}
