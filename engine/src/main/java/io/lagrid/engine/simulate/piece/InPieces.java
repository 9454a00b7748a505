package io.lagrid.engine.simulate.piece;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.engine.delay.RoundDelays;
import io.lagrid.engine.simulate.RoundTiming;
import io.lagrid.engine.simulate.Strategy;
import java.util.Arrays;
import java.util.List;

/**
 * Every worker computes its pieces one after the other, and each counts as it arrives: the round is
 * over with the first so many pieces, whoever they come from. With even loads these are partial
 * answers, with uneven ones heterogeneous loads, and with many more pieces than are needed a
 * rateless code.
 *
 * @param name what reports call it
 * @param loads how many pieces each worker has; none negative
 * @param needed how many pieces give the result, from 1 to all
 * @param pace how long pieces take
 */
public record InPieces(String name, List<Integer> loads, int needed, Pace pace)
    implements Strategy {

  /** Copies the list; checks the ranges. */
  public InPieces {
    loads = List.copyOf(loads);
    int all = loads.stream().mapToInt(Integer::intValue).sum();
    if (needed < 1 || needed > all || loads.stream().anyMatch(load -> load < 0)) {
      throw new IllegalArgumentException(
          "%d pieces needed of loads %s; 1 to their sum, none negative, is legal"
              .formatted(needed, loads));
    }
  }

  @Override
  public int workers() {
    return loads.size();
  }

  @Override
  public RoundTiming play(RoundDelays delays, Randomness choices) {
    double[] arrivals = new double[loads.stream().mapToInt(Integer::intValue).sum()];
    double[] last = new double[workers()];
    int next = 0;
    for (int worker = 0; worker < workers(); worker++) {
      double draw = delays.seconds(worker, 0);
      for (int piece = 1; piece <= loads.get(worker); piece++) {
        last[worker] = pace.seconds(piece, draw);
        arrivals[next++] = last[worker];
      }
    }
    Arrays.sort(arrivals);
    double end = arrivals[needed - 1];
    double busy = Arrays.stream(last).map(each -> Math.min(each, end)).sum();
    return new RoundTiming(end, busy, workers());
  }
}
