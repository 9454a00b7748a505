package io.lagrid.algebra.convolution;

import io.lagrid.algebra.convolution.Convolution.Way;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.transform.LongProduct;

/**
 * A convolution of one channel and one filter as a product of two long polynomials: rows lie one
 * after the other, so far apart that rows of the product do not meet. Strides and dilation become
 * gaps, and what is met backwards is reversed. Confined to one call.
 */
final class LongConvolution {

  private final Layer layer;
  private final Roles height;
  private final Roles width;
  private final int pitch;

  /**
   * What lies where along one axis: entry i of the left operand at i·leftStep, entry j of the right
   * one at j·rightStep from its start, or from its end if reversed, and entry k of the result at
   * offset + k·step of the product.
   */
  private record Roles(
      int left,
      int leftStep,
      int right,
      int rightStep,
      boolean reversed,
      int result,
      int step,
      int offset) {

    static Roles of(Axis axis, Way way) {
      int dilation = axis.dilation();
      int stride = axis.stride();
      return switch (way) {
        case FORWARD -> {
          int offset = (axis.filter() - 1) * dilation - axis.before();
          yield new Roles(
              axis.input(), 1, axis.filter(), dilation, true, axis.output(), stride, offset);
        }
        case BY_INPUT ->
            new Roles(
                axis.output(),
                stride,
                axis.filter(),
                dilation,
                false,
                axis.input(),
                1,
                axis.before());
        case BY_FILTER -> {
          int offset = (axis.output() - 1) * stride - axis.before();
          yield new Roles(
              axis.input(), 1, axis.output(), stride, true, axis.filter(), dilation, offset);
        }
      };
    }

    int leftSpan() {
      return (left - 1) * leftStep + 1;
    }

    int rightSpan() {
      return (right - 1) * rightStep + 1;
    }

    int span() {
      return leftSpan() + rightSpan() - 1;
    }

    int rightAt(int j) {
      return (reversed ? right - 1 - j : j) * rightStep;
    }

    /** Where entry k of the result lies in the product, or −1 if it is zero. */
    int resultAt(int k) {
      int at = offset + k * step;
      return at < 0 || at >= span() ? -1 : at;
    }
  }

  LongConvolution(Convolution convolution) {
    this.layer = convolution.layer();
    this.height = Roles.of(layer.height(), convolution.way());
    this.width = Roles.of(layer.width(), convolution.way());
    this.pitch = width.span();
  }

  /** The number of coefficients of the product. */
  long length() {
    return (long) height.span() * pitch;
  }

  /** Whether products by transforms are faster than the definition. */
  boolean pays() {
    return layer.channels() * layer.filters() == 1
        && length() <= LongProduct.LONGEST
        && layer.work() > work();
  }

  /** How many multiply–adds of the definition the transforms of all images are worth. */
  double work() {
    return 16.0 * layer.batch() * length() * (64 - Long.numberOfLeadingZeros(length()));
  }

  /** The result over all images; every image has a filter, output or both of its own. */
  double[] run(
      PrimeField field,
      double[] left,
      double[] right,
      LongProduct products,
      Cancellation cancellation) {
    int leftEntries = height.left * width.left;
    int rightEntries = height.right * width.right;
    int resultEntries = height.result * width.result;
    boolean shared = right.length == rightEntries;
    boolean summed = left.length / leftEntries > 1 && !shared;
    double[] result = new double[summed ? resultEntries : layer.batch() * resultEntries];
    for (int image = 0; image < layer.batch(); image++) {
      double[] product =
          products.multiply(
              field,
              spreadLeft(left, image * leftEntries),
              spreadRight(right, shared ? 0 : image * rightEntries),
              cancellation::check);
      gather(product, result, summed ? 0 : image * resultEntries);
    }
    field.reduce(result, 0, result.length);
    return result;
  }

  private double[] spreadLeft(double[] entries, int from) {
    double[] spread = new double[(height.leftSpan() - 1) * pitch + width.leftSpan()];
    for (int i = 0; i < height.left; i++) {
      for (int j = 0; j < width.left; j++) {
        int at = i * height.leftStep * pitch + j * width.leftStep;
        spread[at] = entries[from + i * width.left + j];
      }
    }
    return spread;
  }

  private double[] spreadRight(double[] entries, int from) {
    double[] spread = new double[(height.rightSpan() - 1) * pitch + width.rightSpan()];
    for (int i = 0; i < height.right; i++) {
      for (int j = 0; j < width.right; j++) {
        spread[height.rightAt(i) * pitch + width.rightAt(j)] = entries[from + i * width.right + j];
      }
    }
    return spread;
  }

  private void gather(double[] product, double[] result, int to) {
    for (int i = 0; i < height.result; i++) {
      int row = height.resultAt(i);
      for (int j = 0; row >= 0 && j < width.result; j++) {
        int column = width.resultAt(j);
        if (column >= 0) {
          result[to + i * width.result + j] += product[row * pitch + column];
        }
      }
    }
  }
}
