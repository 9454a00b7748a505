package io.lagrid.cli.format.array;

import io.lagrid.algebra.matrix.Matrix;
import java.util.Arrays;
import java.util.OptionalInt;

/** An array of doubles. */
public final class DoubleArray implements NdArray {

  private final Shape shape;
  private final double[] data;

  /**
   * An array over {@code data}, row-major.
   *
   * @param data as many entries as the shape has; retained, not copied
   */
  public DoubleArray(Shape shape, double[] data) {
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
  public double[] data() {
    return data;
  }

  @Override
  public DoubleArray reshape(Shape other) {
    return new DoubleArray(other, data);
  }

  @Override
  public void copyStrided(int from, int stride, int count, NdArray target, int at) {
    double[] to = ((DoubleArray) target).data;
    for (int i = 0; i < count; i++) {
      to[at + i] = data[from + i * stride];
    }
  }

  @Override
  public DoubleArray zeros(Shape other) {
    return new DoubleArray(other, new double[other.entries()]);
  }

  @Override
  public Matrix matrix(int rows, int columns) {
    return Matrix.of(rows, columns, data);
  }

  @Override
  public OptionalInt firstNotFinite() {
    for (int i = 0; i < data.length; i++) {
      if (!Double.isFinite(data[i])) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  @Override
  public String entry(int flat) {
    return Double.toString(data[flat]);
  }

  /** Equality of shape and entries. */
  @Override
  public boolean equals(Object other) {
    return other instanceof DoubleArray array
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
    return "DoubleArray " + shape + " " + (data.length <= 64 ? Arrays.toString(data) : "[…]");
  }
}
