package io.lagrid.algebra.kernel.tile;

import io.lagrid.algebra.matrix.Matrix;

/**
 * Rows at equal distances in one array: entry (i, k), with i &lt; {@code rows} and k &lt; {@code
 * length}, is {@code data[offset + i·stride + k]}.
 *
 * @param data retained, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
public record Stripe(double[] data, int offset, int stride, int rows, int length) {

  public static Stripe of(Matrix matrix, Span rows, Span columns) {
    int offset = matrix.offset() + rows.from() * matrix.stride() + columns.from();
    return new Stripe(matrix.data(), offset, matrix.stride(), rows.size(), columns.size());
  }

  /** Where row {@code row} begins in the array. */
  public int start(int row) {
    return offset + row * stride;
  }

  /** The same rows, of each only the given columns. */
  public Stripe columns(Span columns) {
    return new Stripe(data, offset + columns.from(), stride, rows, columns.size());
  }
}
