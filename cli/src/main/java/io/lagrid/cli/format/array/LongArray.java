package io.lagrid.cli.format.array;

import io.lagrid.algebra.matrix.LongMatrix;
import java.util.Arrays;
import java.util.OptionalInt;

/** An array of longs. */
public final class LongArray implements NdArray {

  private final Shape shape;
  private final long[] data;

  /**
   * An array over {@code data}, row-major.
   *
   * @param data as many entries as the shape has; retained, not copied
   */
  public LongArray(Shape shape, long[] data) {
    if (shape.entries() != data.length) {
      throw new IllegalArgumentException(
          "an array of shape %s has %d entries, the data %d"
              .formatted(shape, shape.entries(), data.length));
    }
    this.shape = shape;
    this.data = data;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  /** The entries; shared. */
  public long[] data() {
    return data;
  }

  @Override
  public LongArray reshape(Shape other) {
    return new LongArray(other, data);
  }

  @Override
  public void copyStrided(int from, int stride, int count, NdArray target, int at) {
    long[] to = ((LongArray) target).data;
    for (int i = 0; i < count; i++) {
      to[at + i] = data[from + i * stride];
    }
  }

  @Override
  public LongArray zeros(Shape other) {
    return new LongArray(other, new long[other.entries()]);
  }

  @Override
  public LongMatrix matrix(int rows, int columns) {
    return LongMatrix.of(rows, columns, data);
  }

  @Override
  public OptionalInt firstNotFinite() {
    return OptionalInt.empty();
  }

  /** The same numbers as doubles, each rounded to the nearest one. */
  public DoubleArray toDoubles() {
    return new DoubleArray(shape, Arrays.stream(data).asDoubleStream().toArray());
  }

  @Override
  public String entry(int flat) {
    return Long.toString(data[flat]);
  }

  /** Equality of shape and entries. */
  @Override
  public boolean equals(Object other) {
    return other instanceof LongArray array
        && array.shape.equals(shape)
        && Arrays.equals(array.data, data);
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(data);
  }

  /** The shape, and the entries while there are at most 64 of them. */
  @Override
  public String toString() {
    return "LongArray " + shape + " " + (data.length <= 64 ? Arrays.toString(data) : "[…]");
  }
}
