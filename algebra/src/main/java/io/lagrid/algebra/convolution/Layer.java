package io.lagrid.algebra.convolution;

import io.lagrid.algebra.matrix.Operand;
import java.io.Serializable;

/**
 * A convolution layer on batches of images with several channels. With image X, filter F and output
 * Y, for image b, channel c, filter o and entries h, w, u, v, y, x of the axes:
 *
 * <pre>Y[b][o][y][x] = Σ_c Σ_u Σ_v X[b][c][h(y, u)][w(x, v)] · F[o][c][u][v].</pre>
 *
 * <p>Each is held as a matrix with one row per image, channel (or filter) and row of the image, in
 * that order: X has batch·channels·height.input rows and width.input columns, F has
 * filters·channels·height.filter rows and width.filter columns, Y has batch·filters·height.output
 * rows and width.output columns. Immutable.
 *
 * @param batch how many images
 * @param channels how many channels an image has
 * @param filters how many filters, that is, how many channels an output has
 * @param height the axis along rows
 * @param width the axis along columns
 */
public record Layer(int batch, int channels, int filters, Axis height, Axis width)
    implements Serializable {

  private static final long serialVersionUID = 1;

  /** Checks that every count is positive and that all three arrays can be held. */
  public Layer {
    if (batch < 1 || channels < 1 || filters < 1) {
      throw new IllegalArgumentException(
          "a layer of %d images, %d channels and %d filters; all must be at least 1"
              .formatted(batch, channels, filters));
    }
    check((double) batch * channels * height.input() * width.input());
    check((double) filters * channels * height.filter() * width.filter());
    check((double) batch * filters * height.output() * width.output());
  }

  private static void check(double entries) {
    if (entries > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "an array of %.0f entries; one array holds at most %d"
              .formatted(entries, Integer.MAX_VALUE - 8));
    }
  }

  /** The layer whose gradient by input is the full linear convolution of two matrices. */
  public static Layer linear(Operand left, Operand right) {
    return new Layer(
        1,
        1,
        1,
        Axis.linear(left.rows(), right.rows()),
        Axis.linear(left.columns(), right.columns()));
  }

  /** The shape of images. */
  public Extent image() {
    return new Extent(batch, channels, height.input(), width.input());
  }

  /** The shape of filters. */
  public Extent filter() {
    return new Extent(filters, channels, height.filter(), width.filter());
  }

  /** The shape of outputs. */
  public Extent output() {
    return new Extent(batch, filters, height.output(), width.output());
  }

  /** This layer with other axes. */
  public Layer withAxes(Axis newHeight, Axis newWidth) {
    return new Layer(batch, channels, filters, newHeight, newWidth);
  }

  /**
   * Multiply–adds of any of the three maps, those with zeros of the padding included: one for each
   * image, channel, filter, output entry and filter entry.
   */
  public double work() {
    return (double) batch
        * channels
        * filters
        * height.output()
        * height.filter()
        * width.output()
        * width.filter();
  }

  /** The same arrays with the two axes exchanged, where that moves no entry. */
  Layer lying() {
    return width.equals(Axis.TRIVIAL) ? withAxes(Axis.TRIVIAL, height) : this;
  }
}
