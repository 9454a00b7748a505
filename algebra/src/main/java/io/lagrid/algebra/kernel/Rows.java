package io.lagrid.algebra.kernel;

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
  static Rows ofMatrix(Matrix matrix, int from, int to) {
    Rows rows = new Rows(to - from);
    for (int i = from; i < to; i++) {
      rows.put(i - from, matrix, i);
    }
    return rows;
  }

  /** The same row of the matrices from (inclusive) to to (exclusive) of a list. */
  static Rows ofMatrices(List<Matrix> matrices, int from, int to, int row) {
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

  /** The array row {@code index} lies in; shared. */
  public double[] array(int index) {
    return arrays[index];
  }

  /** Where row {@code index} begins in its array. */
  public int offset(int index) {
    return offsets[index];
  }
}
