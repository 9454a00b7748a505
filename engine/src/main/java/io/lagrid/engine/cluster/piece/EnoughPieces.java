package io.lagrid.engine.cluster.piece;

import java.util.Arrays;

/**
 * See {@link LoadPolicy#enough}.
 *
 * @param needed how many pieces give the result
 * @param stragglers how many workers may not answer
 */
record EnoughPieces(int needed, int stragglers) implements LoadPolicy {

  EnoughPieces {
    if (needed < 1 || stragglers < 0) {
      throw new IllegalArgumentException(
          "%d pieces needed, %d stragglers; a positive number and 0 or more are legal"
              .formatted(needed, stragglers));
    }
  }

  @Override
  public Loads next(double[] piecesPerSecond, Loads capacity) {
    int[] loads = new int[capacity.workers()];
    for (int worker = 0; worker < loads.length; worker++) {
      loads[worker] = Math.min(1, capacity.of(worker));
    }
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
