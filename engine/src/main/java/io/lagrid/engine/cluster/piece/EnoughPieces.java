package io.lagrid.engine.cluster.piece;

import java.util.Arrays;

/**
 * See {@link LoadPolicy#enough}.
 *
 * @param needed how many pieces give the result
 * @param stragglers how many workers may not answer
 */
record EnoughPieces(int needed, int stragglers) implements LoadPolicy {

  /** Until neighbouring doubles, where times differ by less than a factor of a thousand. */
  private static final int HALVINGS = 64;

  EnoughPieces {
    if (needed < 1 || stragglers < 0) {
      throw new IllegalArgumentException(
          "%d pieces needed, %d stragglers; a positive number and 0 or more are legal"
              .formatted(needed, stragglers));
    }
  }

  @Override
  public Loads next(double[] piecesPerSecond, Loads capacity) {
    int[] loads = before(piecesPerSecond, capacity);
    while (!enough(loads)) {
      int first = -1;
      double soonest = Double.POSITIVE_INFINITY;
      for (int worker = 0; worker < loads.length; worker++) {
        double done = (loads[worker] + 1) / piecesPerSecond[worker];
        if (loads[worker] < capacity.of(worker) && (first < 0 || done < soonest)) {
          first = worker;
          soonest = done;
        }
      }
      if (first < 0) {
        return capacity;
      }
      loads[first]++;
    }
    return Loads.of(loads);
  }

  /** The loads at the last moment, by bisection, at which they are not enough. */
  private int[] before(double[] piecesPerSecond, Loads capacity) {
    double from = 0;
    double to = 1;
    for (int worker = 0; worker < piecesPerSecond.length; worker++) {
      double all = capacity.of(worker) / piecesPerSecond[worker];
      to = all < Double.POSITIVE_INFINITY ? Math.max(to, all) : to;
    }
    for (int step = 0; step < HALVINGS; step++) {
      double middle = from + (to - from) / 2;
      if (enough(by(middle, piecesPerSecond, capacity))) {
        to = middle;
      } else {
        from = middle;
      }
    }
    return by(from, piecesPerSecond, capacity);
  }

  /** How many pieces each worker has done by then, at least one and within the capacity. */
  private static int[] by(double seconds, double[] piecesPerSecond, Loads capacity) {
    int[] loads = new int[piecesPerSecond.length];
    for (int worker = 0; worker < loads.length; worker++) {
      double speed = piecesPerSecond[worker];
      int load = (int) Math.min(capacity.of(worker), speed * seconds);
      while (load < capacity.of(worker) && (load + 1) / speed <= seconds) {
        load++;
      }
      while (load > 0 && load / speed > seconds) {
        load--;
      }
      loads[worker] = Math.max(load, Math.min(1, capacity.of(worker)));
    }
    return loads;
  }

  private boolean enough(int[] loads) {
    int[] sorted = loads.clone();
    Arrays.sort(sorted);
    int sum = 0;
    for (int i = 0; i < sorted.length - stragglers; i++) {
      sum += sorted[i];
    }
    return sum >= needed;
  }
}
