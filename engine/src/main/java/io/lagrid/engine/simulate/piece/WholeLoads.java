package io.lagrid.engine.simulate.piece;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.engine.delay.RoundDelays;
import io.lagrid.engine.simulate.RoundTiming;
import io.lagrid.engine.simulate.Strategy;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Workers with loads of different sizes answer once, with all their pieces: the round is over when
 * the loads of those who answered are enough. So heterogeneous loads (HCMM) were published.
 *
 * @param name what reports call it
 * @param loads how many pieces each worker has; none negative
 * @param needed how many pieces give the result, from 1 to all
 * @param pace how long pieces take
 */
public record WholeLoads(String name, List<Integer> loads, int needed, Pace pace)
    implements Strategy {

  /** Copies the list; checks the ranges. */
  public WholeLoads {
    loads = new InPieces(name, loads, needed, pace).loads();
  }

  @Override
  public int workers() {
    return loads.size();
  }

  @Override
  public RoundTiming play(RoundDelays delays, Randomness choices) {
    double[] arrivals =
        IntStream.range(0, workers())
            .mapToDouble(
                worker ->
                    loads.get(worker) == 0
                        ? 0
                        : pace.seconds(loads.get(worker), delays.seconds(worker, 0)))
            .toArray();
    List<Integer> order =
        IntStream.range(0, workers())
            .boxed()
            .sorted(Comparator.comparingDouble(worker -> arrivals[worker]))
            .toList();
    int pieces = 0;
    double end = Double.POSITIVE_INFINITY;
    for (int worker : order) {
      pieces += loads.get(worker);
      if (pieces >= needed) {
        end = arrivals[worker];
        break;
      }
    }
    double until = end;
    double busy = Arrays.stream(arrivals).map(each -> Math.min(each, until)).sum();
    return new RoundTiming(end, busy, workers());
  }
}
