package io.lagrid.algebra.interpolation;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Nodes in ascending order, and where they stood. */
final class Nodes {

  private Nodes() {}

  /**
   * The positions of the nodes in ascending order of their values.
   *
   * @throws IllegalArgumentException if there are fewer than {@code least}, one is not finite, or
   *     two are equal
   */
  static int[] order(double[] nodes, int least) {
    if (nodes.length < least) {
      throw new IllegalArgumentException(
          "%d nodes; a curve of this kind needs at least %d".formatted(nodes.length, least));
    }
    int[] order =
        IntStream.range(0, nodes.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> nodes[i]))
            .mapToInt(i -> i)
            .toArray();
    for (int i = 0; i < order.length; i++) {
      boolean distinct = i == 0 || nodes[order[i - 1]] < nodes[order[i]];
      if (!distinct || !Double.isFinite(nodes[order[i]])) {
        throw new IllegalArgumentException(
            "node %d is %s; nodes are finite and distinct".formatted(order[i], nodes[order[i]]));
      }
    }
    return order;
  }

  /** The values at the given positions. */
  static double[] at(int[] order, double[] values) {
    return IntStream.of(order).mapToDouble(i -> values[i]).toArray();
  }
}
