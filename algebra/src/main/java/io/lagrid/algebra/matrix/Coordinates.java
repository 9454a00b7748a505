package io.lagrid.algebra.matrix;

import java.util.Arrays;

/**
 * A list of entries brought into the order of compressed rows, by two passes of counting: O(entries
 * + rows + columns). Entries listed twice share a place.
 */
final class Coordinates {

  private final SparsityPattern pattern;
  private final int[] places;

  private Coordinates(SparsityPattern pattern, int[] places) {
    this.pattern = pattern;
    this.places = places;
  }

  /** Where there are entries. */
  SparsityPattern pattern() {
    return pattern;
  }

  /** The place in the pattern of an entry of the list. */
  int place(int entry) {
    return places[entry];
  }

  /**
   * Sorts.
   *
   * @param rowOf of each entry its row; not modified
   * @param columnOf of each entry its column; not modified
   * @param values the number of values that come with them
   */
  static Coordinates sorted(int rows, int columns, int[] rowOf, int[] columnOf, int values) {
    if (rowOf.length != values || columnOf.length != values) {
      throw new IllegalArgumentException(
          "%d rows and %d columns for %d values".formatted(rowOf.length, columnOf.length, values));
    }
    check(rows, rowOf, "row");
    check(columns, columnOf, "column");
    int[] byColumn = stable(columnOf, columns, identity(columnOf.length));
    int[] order = stable(rowOf, rows, byColumn);
    int[] places = new int[order.length];
    int[] starts = new int[rows + 1];
    int[] indices = new int[order.length];
    int used = 0;
    for (int k = 0; k < order.length; k++) {
      int entry = order[k];
      boolean again =
          k > 0 && rowOf[order[k - 1]] == rowOf[entry] && columnOf[order[k - 1]] == columnOf[entry];
      if (!again) {
        indices[used++] = columnOf[entry];
        starts[rowOf[entry] + 1]++;
      }
      places[entry] = used - 1;
    }
    for (int i = 0; i < rows; i++) {
      starts[i + 1] += starts[i];
    }
    int[] held = used == indices.length ? indices : Arrays.copyOf(indices, used);
    return new Coordinates(SparsityPattern.of(rows, columns, starts, held), places);
  }

  /** The entries of a pattern with rows and columns exchanged. */
  static Coordinates transposed(SparsityPattern pattern) {
    return sorted(
        pattern.columns(),
        pattern.rows(),
        pattern.columnIndices(),
        pattern.rowIndices(),
        pattern.entries());
  }

  /** The values of a list without repetitions, each at its place. */
  double[] placed(double[] values) {
    double[] placed = new double[values.length];
    for (int k = 0; k < values.length; k++) {
      placed[places[k]] = values[k];
    }
    return placed;
  }

  /** {@link #placed(double[])} for longs. */
  long[] placed(long[] values) {
    long[] placed = new long[values.length];
    for (int k = 0; k < values.length; k++) {
      placed[places[k]] = values[k];
    }
    return placed;
  }

  private static void check(int side, int[] indices, String what) {
    for (int k = 0; k < indices.length; k++) {
      if (indices[k] < 0 || indices[k] >= side) {
        throw new IllegalArgumentException(
            "entry %d lies in %s %d; legal are 0 to %d".formatted(k, what, indices[k], side - 1));
      }
    }
  }

  private static int[] identity(int length) {
    int[] order = new int[length];
    for (int k = 0; k < length; k++) {
      order[k] = k;
    }
    return order;
  }

  /** The entries in ascending order of their keys, and in the given order where these are equal. */
  private static int[] stable(int[] keys, int bound, int[] order) {
    int[] next = new int[bound + 1];
    for (int key : keys) {
      next[key + 1]++;
    }
    for (int key = 0; key < bound; key++) {
      next[key + 1] += next[key];
    }
    int[] sorted = new int[order.length];
    for (int entry : order) {
      sorted[next[keys[entry]]++] = entry;
    }
    return sorted;
  }
}
