package io.lagrid.algebra.kernel.tile;

import io.lagrid.algebra.matrix.Matrix;
import java.util.List;

/**
 * Rows that may lie in different arrays: entry (i, j) is {@code array(i)[offset(i) + j]}. So one
 * kernel text serves the rows of one matrix and the rows of many.
 *
 * <p>Immutable, apart from the entries; the arrays are shared, not copied.
 */
public final class Rows {

  private final double[][] arrays;
  private final int[] offsets;

  private Rows(int count) {
    this.arrays = new double[count][];
    this.offsets = new int[count];
  }

  /** Rows from (inclusive) to to (exclusive) of one matrix. */
  public static Rows ofMatrix(Matrix matrix, int from, int to) {
    Rows rows = new Rows(to - from);
    for (int i = from; i < to; i++) {
      rows.put(i - from, matrix, i);
    }
    return rows;
  }

  /** The same row of the matrices from (inclusive) to to (exclusive) of a list. */
  public static Rows ofMatrices(List<Matrix> matrices, int from, int to, int row) {
    Rows rows = new Rows(to - from);
    for (int i = from; i < to; i++) {
      rows.put(i - from, matrices.get(i), row);
    }
    return rows;
  }

  private void put(int index, Matrix matrix, int row) {
    arrays[index] = matrix.data();
    offsets[index] = matrix.offset() + row * matrix.stride();
  }

  /** Some of these rows. */
  public Rows from(int first, int count) {
    Rows rows = new Rows(count);
    System.arraycopy(arrays, first, rows.arrays, 0, count);
    System.arraycopy(offsets, first, rows.offsets, 0, count);
    return rows;
  }

  /** These rows, and behind them as many copies of one more as {@code count} rows take. */
  public Rows padded(int count, double[] array, int offset) {
    Rows rows = new Rows(count);
    System.arraycopy(arrays, 0, rows.arrays, 0, count());
    System.arraycopy(offsets, 0, rows.offsets, 0, count());
    for (int i = count(); i < count; i++) {
      rows.arrays[i] = array;
      rows.offsets[i] = offset;
    }
    return rows;
  }

  /** The number of rows. */
  public int count() {
    return arrays.length;
  }

  /** The array row {@code index} lies in; shared. */
  public double[] array(int index) {
    return arrays[index];
  }

  /** Where row {@code index} begins in its array. */
  public int offset(int index) {
    return offsets[index];
  }
}
