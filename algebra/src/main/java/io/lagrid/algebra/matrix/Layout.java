package io.lagrid.algebra.matrix;

import java.util.Objects;

/**
 * Where the entries of a row-major matrix lie in an array: entry (i, j) at offset + i·stride + j.
 * Checked once here, so that the matrices and kernels built on it need not check again.
 */
record Layout(int offset, int rows, int columns, int stride) {

  Layout {
    if (rows < 0 || columns < 0 || offset < 0 || stride < columns) {
      throw new IllegalArgumentException(
          "no matrix has %d rows, %d columns, offset %d and stride %d"
              .formatted(rows, columns, offset, stride));
    }
  }

  static Layout contiguous(int rows, int columns, int length) {
    Layout layout = new Layout(0, rows, columns, columns);
    if ((long) rows * columns != length) {
      throw new IllegalArgumentException(
          "a %dx%d matrix has %d entries, the array has %d"
              .formatted(rows, columns, (long) rows * columns, length));
    }
    return layout;
  }

  static int entries(int rows, int columns) {
    long entries = (long) rows * columns;
    if (rows < 0 || columns < 0 || entries > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "a %dx%d matrix has %d entries; one array holds at most %d"
              .formatted(rows, columns, entries, Integer.MAX_VALUE - 8));
    }
    return (int) entries;
  }

  Layout block(int row, int column, int blockRows, int blockColumns) {
    Objects.checkFromIndexSize(row, blockRows, rows);
    Objects.checkFromIndexSize(column, blockColumns, columns);
    boolean empty =
        blockRows == 0 || blockColumns == 0; // which may begin past the end of the array
    return new Layout(empty ? 0 : offset + row * stride + column, blockRows, blockColumns, stride);
  }

  int at(int row, int column) {
    Objects.checkIndex(row, rows);
    Objects.checkIndex(column, columns);
    return offset + row * stride + column;
  }

  boolean contiguous() {
    return stride == columns || rows <= 1;
  }
}
