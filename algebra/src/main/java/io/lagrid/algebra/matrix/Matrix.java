package io.lagrid.algebra.matrix;

import java.util.Arrays;

/**
 * A row-major matrix of doubles, or a rectangular view of one: entry (i, j) is {@code data[offset +
 * i·stride + j]}.
 *
 * <p>The array is shared, not copied: whoever holds it can change the entries. Lagrid itself never
 * writes to a matrix it was given as input. Confined to one thread while it is written; otherwise
 * safe to share.
 */
public final class Matrix implements RealOperand {

  private final double[] data;
  private final Layout layout;

  private Matrix(double[] data, Layout layout) {
    this.data = data;
    this.layout = layout;
  }

  /**
   * A matrix over {@code data}, row by row.
   *
   * @param data rows·columns entries; retained, not copied
   */
  public static Matrix of(int rows, int columns, double[] data) {
    return new Matrix(data, Layout.contiguous(rows, columns, data.length));
  }

  /**
   * A matrix of numbers in single precision, row by row; each is a double as well, so nothing is
   * lost.
   *
   * @param data rows·columns entries; not modified, copied
   */
  public static Matrix ofFloats(int rows, int columns, float[] data) {
    double[] widened = new double[data.length];
    for (int i = 0; i < data.length; i++) {
      widened[i] = data[i];
    }
    return of(rows, columns, widened);
  }

  /** A matrix of zeros. */
  public static Matrix zeros(int rows, int columns) {
    return of(rows, columns, new double[Layout.entries(rows, columns)]);
  }

  /**
   * A matrix with the given rows, all of one length.
   *
   * @param rows not modified, copied
   */
  public static Matrix ofRows(double[]... rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    Matrix result = zeros(rows.length, columns);
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
  public double[] data() {
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
  public double get(int row, int column) {
    return data[layout.at(row, column)];
  }

  /** Sets entry (row, column). */
  public void set(int row, int column, double value) {
    data[layout.at(row, column)] = value;
  }

  /** A view of the rectangle whose first entry is (row, column); no copy. */
  public Matrix block(int row, int column, int rows, int columns) {
    return new Matrix(data, layout.block(row, column, rows, columns));
  }

  /** A contiguous copy with an array of its own. */
  public Matrix copy() {
    Matrix result = zeros(rows(), columns());
    result.write(this);
    return result;
  }

  /** A contiguous copy with rows and columns exchanged. */
  public Matrix transpose() {
    Matrix result = zeros(columns(), rows());
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
  public void write(Matrix source) {
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

  /**
   * The entries row by row in a new array, each rounded to the nearest number in single precision;
   * infinite beyond its range.
   */
  public float[] toFloats() {
    float[] rounded = new float[Layout.entries(rows(), columns())];
    for (int i = 0, at = 0; i < rows(); i++) {
      for (int j = 0; j < columns(); j++) {
        rounded[at++] = (float) get(i, j);
      }
    }
    return rounded;
  }

  /** The entries row by row in a new array. */
  public double[] toArray() {
    return copy().data;
  }

  /** Equality of shape and entries (doubles compared by value of their bits). */
  @Override
  public boolean equals(Object other) {
    return other instanceof Matrix matrix
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
    return "Matrix " + shape() + " " + entries;
  }
}
