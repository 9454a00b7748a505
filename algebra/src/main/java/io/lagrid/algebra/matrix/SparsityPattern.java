package io.lagrid.algebra.matrix;

import java.util.Arrays;
import java.util.Objects;

/**
 * The places of a matrix that hold something, row by row (compressed rows): those of row i are
 * numbered {@code starts[i]} to {@code starts[i + 1] − 1}, and place e lies in column {@code
 * columnIndices[e]}. Within a row, columns ascend.
 *
 * <p>Immutable, as long as nobody writes to the arrays it shares; thread-safe.
 */
public final class SparsityPattern {

  private final int rows;
  private final int columns;
  private final int[] starts;
  private final int[] columnIndices;

  private SparsityPattern(int rows, int columns, int[] starts, int[] columnIndices) {
    this.rows = rows;
    this.columns = columns;
    this.starts = starts;
    this.columnIndices = columnIndices;
  }

  /**
   * A pattern over these arrays.
   *
   * @param starts rows + 1 numbers from 0, not descending; retained
   * @param columnIndices as many as the last of the starts says, ascending in each row; retained
   */
  public static SparsityPattern of(int rows, int columns, int[] starts, int[] columnIndices) {
    if (rows < 0 || columns < 0 || starts.length != rows + 1L || starts[0] != 0) {
      throw new IllegalArgumentException(
          "%d starts of rows for a %dx%d matrix".formatted(starts.length, rows, columns));
    }
    for (int i = 0; i < rows; i++) {
      if (starts[i + 1] < starts[i] || starts[i + 1] > columnIndices.length) {
        throw new IllegalArgumentException(
            "row %d holds places %d to %d of %d"
                .formatted(i, starts[i], starts[i + 1] - 1, columnIndices.length));
      }
      for (int e = starts[i]; e < starts[i + 1]; e++) {
        int least = e == starts[i] ? 0 : columnIndices[e - 1] + 1;
        if (columnIndices[e] < least || columnIndices[e] >= columns) {
          throw new IllegalArgumentException(
              "row %d lists column %d; legal here are %d to %d"
                  .formatted(i, columnIndices[e], least, columns - 1));
        }
      }
    }
    if (starts[rows] != columnIndices.length) {
      throw new IllegalArgumentException(
          "%d places in rows, %d columns".formatted(starts[rows], columnIndices.length));
    }
    return new SparsityPattern(rows, columns, starts, columnIndices);
  }

  /** The number of rows. */
  public int rows() {
    return rows;
  }

  /** The number of columns. */
  public int columns() {
    return columns;
  }

  /** How many places hold something. */
  public int entries() {
    return columnIndices.length;
  }

  /** Of each row its first place, then the number of places; shared, not to be modified. */
  public int[] starts() {
    return starts;
  }

  /** Of each place its column; shared, not to be modified. */
  public int[] columnIndices() {
    return columnIndices;
  }

  /** The number of a place, or a negative number if it holds nothing. */
  public int place(int row, int column) {
    Objects.checkIndex(row, rows);
    Objects.checkIndex(column, columns);
    return Arrays.binarySearch(columnIndices, starts[row], starts[row + 1], column);
  }

  /** Of each place its row, in a new array. */
  public int[] rowIndices() {
    int[] rowIndices = new int[entries()];
    for (int i = 0; i < rows; i++) {
      Arrays.fill(rowIndices, starts[i], starts[i + 1], i);
    }
    return rowIndices;
  }

  /** A rectangle of a pattern, as a pattern of its own, and where its places were. Immutable. */
  public static final class Window {

    private final SparsityPattern pattern;
    private final int[] from; // of each row, the number its first place had

    private Window(SparsityPattern pattern, int[] from) {
      this.pattern = pattern;
      this.from = from;
    }

    /** The rectangle; below it and right of it there may be empty rows and columns. */
    public SparsityPattern pattern() {
      return pattern;
    }

    /** The values that belong to the window, of those of the whole pattern. */
    double[] of(double[] values) {
      double[] part = new double[pattern.entries()];
      for (int i = 0; i < pattern.rows; i++) {
        int start = pattern.starts[i];
        System.arraycopy(values, from[i], part, start, pattern.starts[i + 1] - start);
      }
      return part;
    }

    /** The same for longs. */
    long[] of(long[] values) {
      long[] part = new long[pattern.entries()];
      for (int i = 0; i < pattern.rows; i++) {
        int start = pattern.starts[i];
        System.arraycopy(values, from[i], part, start, pattern.starts[i + 1] - start);
      }
      return part;
    }
  }

  /**
   * The rectangle from place (row, column) on.
   *
   * @param height rows of the window; those beyond this pattern are empty
   * @param width columns of the window; those beyond this pattern are empty
   */
  public Window window(int row, int column, int height, int width) {
    int[] from = new int[height];
    int[] parts = new int[height + 1];
    for (int i = 0; i < height; i++) {
      boolean there = row + i < rows;
      from[i] = there ? lowerBound(row + i, column) : 0;
      int to = there ? lowerBound(row + i, (long) column + width) : 0;
      parts[i + 1] = parts[i] + to - from[i];
    }
    int[] indices = new int[parts[height]];
    for (int i = 0; i < height; i++) {
      for (int e = parts[i]; e < parts[i + 1]; e++) {
        indices[e] = columnIndices[from[i] + e - parts[i]] - column;
      }
    }
    return new Window(new SparsityPattern(height, width, parts, indices), from);
  }

  /** The first place of a row whose column is not before a given one. */
  private int lowerBound(int row, long column) {
    if (column <= 0 || column >= columns) {
      return starts[column <= 0 ? row : row + 1];
    }
    int found = Arrays.binarySearch(columnIndices, starts[row], starts[row + 1], (int) column);
    return found < 0 ? -found - 1 : found;
  }

  void requireEntries(int values) {
    if (values != entries()) {
      throw new IllegalArgumentException("%d values for %s".formatted(values, this));
    }
  }

  void requireSmall() {
    if ((long) rows * columns > SparseOperand.LARGEST_DENSE) {
      throw new IllegalArgumentException(
          "a %dx%d matrix has %d entries with its zeros written out; at most %d can be held so"
              .formatted(rows, columns, (long) rows * columns, SparseOperand.LARGEST_DENSE));
    }
  }

  /** Equality of shape and places. */
  @Override
  public boolean equals(Object other) {
    return other instanceof SparsityPattern pattern
        && pattern.rows == rows
        && pattern.columns == columns
        && Arrays.equals(pattern.starts, starts)
        && Arrays.equals(pattern.columnIndices, columnIndices);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Arrays.hashCode(starts) + Arrays.hashCode(columnIndices)) + columns;
  }

  /** The shape and the number of places. */
  @Override
  public String toString() {
    return "%d places of %dx%d".formatted(entries(), rows, columns);
  }
}
