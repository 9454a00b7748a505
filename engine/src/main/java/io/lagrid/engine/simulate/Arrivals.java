package io.lagrid.engine.simulate;

import io.lagrid.engine.delay.RoundDelays;
import java.util.Arrays;

/** When the answers of workers that were all started at once arrive. Confined to one thread. */
final class Arrivals {

  private final double[] seconds;

  Arrivals(int workers, TaskLoad load, RoundDelays delays) {
    seconds = new double[workers];
    for (int worker = 0; worker < workers; worker++) {
      seconds[worker] = load.seconds(delays.seconds(worker, 0));
    }
  }

  double of(int worker) {
    return seconds[worker];
  }

  /** The time of the k-th answer. */
  double kth(int k) {
    double[] sorted = seconds.clone();
    Arrays.sort(sorted);
    return sorted[k - 1];
  }

  /** The workers in order of arrival; those that never answer are last. */
  int[] order() {
    Integer[] workers = new Integer[seconds.length];
    Arrays.setAll(workers, i -> i);
    Arrays.sort(workers, (a, b) -> Double.compare(seconds[a], seconds[b]));
    return Arrays.stream(workers).mapToInt(Integer::intValue).toArray();
  }

  /** The round that ends then, everybody still at work being stopped. */
  RoundTiming until(double end) {
    double busy = Arrays.stream(seconds).map(each -> Math.min(each, end)).sum();
    return new RoundTiming(end, busy, seconds.length);
  }
}
