package io.lagrid.algebra.exact;

import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import java.util.List;

/**
 * The upper left rectangle of a row-major matrix as a sequence of entries, row by row, read and
 * written in chunks. A rectangle without gaps counts as one long row.
 *
 * @param offset where the first entry lies in the array
 * @param stride the distance from one row to the next
 * @param width entries per row, at least 1
 */
record Walk(int offset, int stride, int width) {

  /** Entries handled at a time: small enough for several scratch arrays to stay in the L1 cache. */
  static final int CHUNK = 256;

  static Walk over(Matrix matrix, int rows, int columns) {
    boolean whole = matrix.contiguous() && matrix.columns() == columns;
    return of(matrix.offset(), matrix.stride(), rows, columns, whole);
  }

  /** The same rectangle of every plane of a block. */
  static List<Walk> over(Block block, int rows, int columns) {
    return block.planes().stream().map(plane -> over(plane, rows, columns)).toList();
  }

  static Walk over(LongMatrix matrix, int rows, int columns) {
    boolean whole = matrix.contiguous() && matrix.columns() == columns;
    return of(matrix.offset(), matrix.stride(), rows, columns, whole);
  }

  private static Walk of(int offset, int stride, int rows, int columns, boolean whole) {
    int width = Math.max(1, whole ? rows * columns : columns);
    return new Walk(offset, whole ? width : stride, width);
  }

  /** Copies entries first, …, first + length − 1 out of {@code data}. */
  void read(double[] data, int first, int length, double[] scratch) {
    pieces(first, length, (at, to, count) -> System.arraycopy(data, at, scratch, to, count));
  }

  /** Copies entries first, …, first + length − 1 out of {@code data}. */
  void read(long[] data, int first, int length, long[] scratch) {
    pieces(first, length, (at, to, count) -> System.arraycopy(data, at, scratch, to, count));
  }

  /** Copies {@code length} values over the entries from {@code first} on. */
  void write(double[] scratch, double[] data, int first, int length) {
    pieces(first, length, (at, from, count) -> System.arraycopy(scratch, from, data, at, count));
  }

  /** Copies {@code length} values over the entries from {@code first} on. */
  void write(long[] scratch, long[] data, int first, int length) {
    pieces(first, length, (at, from, count) -> System.arraycopy(scratch, from, data, at, count));
  }

  /** Where an entry lies in the array. */
  int index(int entry) {
    return offset + entry / width * stride + entry % width;
  }

  private void pieces(int first, int length, Piece piece) {
    int row = first / width;
    int column = first - row * width;
    for (int done = 0; done < length; row++) {
      int count = Math.min(width - column, length - done);
      piece.copy(offset + row * stride + column, done, count);
      done += count;
      column = 0;
    }
  }

  /**
   * Copies {@code count} entries at index {@code at} of the matrix's array, {@code scratch} of
   * ours.
   */
  private interface Piece {
    void copy(int at, int scratch, int count);
  }
}
