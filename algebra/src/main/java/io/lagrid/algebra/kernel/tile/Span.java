package io.lagrid.algebra.kernel.tile;

import java.util.ArrayList;
import java.util.List;

/** The indices from (inclusive) to to (exclusive). */
public record Span(int from, int to) {

  /** How many they are. */
  public int size() {
    return to - from;
  }

  /**
   * Cuts [0, length) into the fewest pieces of at most {@code limit} indices, and these as even as
   * multiples of {@code step} allow. Pieces may exceed the limit if it is below the step.
   */
  public static List<Span> cut(int length, int limit, int step) {
    List<Span> spans = new ArrayList<>();
    int steps = Math.max(1, limit / step);
    int wanted = ceil(length, step);
    int pieces = ceil(wanted, steps);
    for (int i = 0, from = 0; i < pieces; i++) {
      int to = Math.min(length, (int) ((long) wanted * (i + 1) / pieces) * step);
      spans.add(new Span(from, to));
      from = to;
    }
    return spans;
  }

  private static int ceil(int a, int b) {
    return (int) (((long) a + b - 1) / b);
  }
}
