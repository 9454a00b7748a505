package io.lagrid.cli.format.text;

import io.lagrid.cli.format.array.DoubleArray;
import io.lagrid.cli.format.array.LongArray;
import io.lagrid.cli.format.array.NdArray;
import io.lagrid.cli.format.array.Shape;

/** Entries added to a dense matrix that starts as zeros. Confined. */
final class DenseEntries extends MatrixEntries {

  private final Shape shape;
  private final long[] longs;
  private final double[] doubles;

  DenseEntries(MatrixMarketHeader header, Shape shape, TextLines lines) {
    super(header, lines);
    this.shape = shape;
    this.longs = new long[real() ? 0 : shape.entries()];
    this.doubles = new double[real() ? shape.entries() : 0];
  }

  @Override
  void addReal(int row, int column, double value) {
    int at = row * shape.side(1) + column;
    doubles[at] = doubles[at] == 0 ? value : doubles[at] + value; // keeps a negative zero
  }

  @Override
  void addInteger(int row, int column, long value) {
    int at = row * shape.side(1) + column;
    longs[at] = Math.addExact(longs[at], value);
  }

  /** The matrix. */
  NdArray array() {
    return real() ? new DoubleArray(shape, doubles) : new LongArray(shape, longs);
  }
}
