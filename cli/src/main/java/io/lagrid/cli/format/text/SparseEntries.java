package io.lagrid.cli.format.text;

import io.lagrid.algebra.matrix.SparseLongMatrix;
import io.lagrid.algebra.matrix.SparseMatrix;
import io.lagrid.algebra.matrix.SparseOperand;
import java.util.Arrays;

/** Entries in a growing list, of which a sparse matrix is made in the end. Confined. */
final class SparseEntries extends MatrixEntries {

  private static final int FIRST = 1 << 10;

  private int count;
  private int[] rows = new int[FIRST];
  private int[] columns = new int[FIRST];
  private long[] longs;
  private double[] doubles;

  SparseEntries(MatrixMarketHeader header, TextLines lines) {
    super(header, lines);
    this.longs = new long[real() ? 0 : FIRST];
    this.doubles = new double[real() ? FIRST : 0];
  }

  @Override
  void addReal(int row, int column, double value) {
    place(row, column);
    doubles[count++] = value;
  }

  @Override
  void addInteger(int row, int column, long value) {
    place(row, column);
    longs[count++] = value;
  }

  private void place(int row, int column) {
    if (count == rows.length) {
      int length = Math.addExact(count, count / 2);
      rows = Arrays.copyOf(rows, length);
      columns = Arrays.copyOf(columns, length);
      longs = Arrays.copyOf(longs, real() ? 0 : length);
      doubles = Arrays.copyOf(doubles, real() ? length : 0);
    }
    rows[count] = row;
    columns[count] = column;
  }

  /**
   * The matrix.
   *
   * @throws ArithmeticException if entries listed twice add up to more than 64 bits hold
   */
  SparseOperand matrix(int height, int width) {
    int[] rowOf = Arrays.copyOf(rows, count);
    int[] columnOf = Arrays.copyOf(columns, count);
    return real()
        ? SparseMatrix.ofEntries(height, width, rowOf, columnOf, Arrays.copyOf(doubles, count))
        : SparseLongMatrix.ofEntries(height, width, rowOf, columnOf, Arrays.copyOf(longs, count));
  }
}
