package io.lagrid.algebra.matrix;

import java.util.Arrays;

/**
 * A row-major matrix of longs, or a rectangular view of one: entry (i, j) is {@code data[offset +
 * i·stride + j]}.
 *
 * <p>The array is shared, not copied: whoever holds it can change the entries. Lagrid itself never
 * writes to a matrix it was given as input. Confined to one thread while it is written; otherwise
 * safe to share.
 */
public final class LongMatrix implements IntegerOperand {

  private final long[] data;
  private final Layout layout;

  private LongMatrix(long[] data, Layout layout) {
    this.data = data;
    this.layout = layout;
  }

  /**
   * A matrix over {@code data}, row by row.
   *
   * @param data rows·columns entries; retained, not copied
   */
  public static LongMatrix of(int rows, int columns, long[] data) {
    return new LongMatrix(data, Layout.contiguous(rows, columns, data.length));
  }

  /** A matrix of zeros. */
  public static LongMatrix zeros(int rows, int columns) {
    return of(rows, columns, new long[Layout.entries(rows, columns)]);
  }

  /**
   * A matrix with the given rows, all of one length.
   *
   * @param rows not modified, copied
   */
  public static LongMatrix ofRows(long[]... rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    LongMatrix result = zeros(rows.length, columns);
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != columns) {
        throw new IllegalArgumentException(
            "row %d has %d entries, row 0 has %d".formatted(i, rows[i].length, columns));
      }
      System.arraycopy(rows[i], 0, result.data, i * columns, columns);
    }
    return result;
  }

  @Override
  public int rows() {
    return layout.rows();
  }

  @Override
  public int columns() {
    return layout.columns();
  }

  /** The array the entries lie in; shared. */
  public long[] data() {
    return data;
  }

  /** Where entry (0, 0) lies in {@link #data()}. */
  public int offset() {
    return layout.offset();
  }

  /** The distance in {@link #data()} from one row to the next. */
  public int stride() {
    return layout.stride();
  }

  /** Whether the entries lie side by side, without gaps between rows. */
  public boolean contiguous() {
    return layout.contiguous();
  }

  /** Entry (row, column). */
  public long get(int row, int column) {
    return data[layout.at(row, column)];
  }

  /** Sets entry (row, column). */
  public void set(int row, int column, long value) {
    data[layout.at(row, column)] = value;
  }

  /** A view of the rectangle whose first entry is (row, column); no copy. */
  public LongMatrix block(int row, int column, int rows, int columns) {
    return new LongMatrix(data, layout.block(row, column, rows, columns));
  }

  /** A contiguous copy with an array of its own. */
  public LongMatrix copy() {
    LongMatrix result = zeros(rows(), columns());
    result.write(this);
    return result;
  }

  /** A contiguous copy with rows and columns exchanged. */
  public LongMatrix transpose() {
    LongMatrix result = zeros(columns(), rows());
    for (int i = 0; i < rows(); i++) {
      int from = offset() + i * stride();
      for (int j = 0; j < columns(); j++) {
        result.data[j * rows() + i] = data[from + j];
      }
    }
    return result;
  }

  /**
   * Overwrites this matrix with the entries of {@code source}.
   *
   * @param source a matrix of the same shape that shares no entry with this one; not modified
   */
  public void write(LongMatrix source) {
    if (source.rows() != rows() || source.columns() != columns()) {
      throw new IllegalArgumentException(
          "cannot write a %s matrix over a %s one".formatted(source.shape(), shape()));
    }
    for (int i = 0; i < rows(); i++) {
      System.arraycopy(
          source.data,
          source.offset() + i * source.stride(),
          data,
          offset() + i * stride(),
          columns());
    }
  }

  /** The entries row by row in a new array. */
  public long[] toArray() {
    return copy().data;
  }

  /** Equality of shape and entries. */
  @Override
  public boolean equals(Object other) {
    return other instanceof LongMatrix matrix
        && matrix.rows() == rows()
        && matrix.columns() == columns()
        && Arrays.equals(matrix.toArray(), toArray());
  }

  @Override
  public int hashCode() {
    return 31 * (31 * rows() + columns()) + Arrays.hashCode(toArray());
  }

  /** The shape, and the entries while there are at most 64 of them. */
  @Override
  public String toString() {
    String entries = (long) rows() * columns() <= 64 ? Arrays.toString(toArray()) : "[…]";
    return "LongMatrix " + shape() + " " + entries;
  }
}
