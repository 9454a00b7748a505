package io.lagrid.engine.cluster.piece;

import java.util.ArrayList;
import java.util.List;

/**
 * Which piece is whose. First every worker's first piece, then every worker's second, and so on:
 * neighbours lie at different workers, so that a code loses no run of neighbours with a worker.
 * Immutable.
 */
final class Numbering {

  /** A worker, and which of its pieces. */
  record Place(int worker, int layer) {}

  private final List<Place> places = new ArrayList<>();
  private final int[][] numbers; // by worker and layer

  Numbering(Loads capacity) {
    numbers = new int[capacity.workers()][];
    for (int worker = 0; worker < capacity.workers(); worker++) {
      numbers[worker] = new int[capacity.of(worker)];
    }
    for (int layer = 0; layer < capacity.most(); layer++) {
      for (int worker = 0; worker < capacity.workers(); worker++) {
        if (layer < capacity.of(worker)) {
          numbers[worker][layer] = places.size();
          places.add(new Place(worker, layer));
        }
      }
    }
  }

  int pieces() {
    return places.size();
  }

  Place place(int piece) {
    return places.get(piece);
  }

  /** The number of a worker's piece; −1 if it has none in that layer. */
  int piece(int worker, int layer) {
    return layer < numbers[worker].length ? numbers[worker][layer] : -1;
  }
}
