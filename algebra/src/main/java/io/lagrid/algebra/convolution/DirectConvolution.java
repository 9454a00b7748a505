package io.lagrid.algebra.convolution;

import io.lagrid.algebra.convolution.Convolution.Way;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.kernel.Cancellation;

/**
 * A convolution by its definition: for each image, channel, filter and filter entry, one row after
 * the other. Best for few channels and small filters. Confined to one call.
 */
final class DirectConvolution {

  private final Layer layer;
  private final Way way;
  private final Field field;
  private final Cancellation cancellation;
  private final double[] left;
  private final double[] right;
  private final double[] result;

  DirectConvolution(
      Convolution convolution,
      Field field,
      double[] left,
      double[] right,
      Cancellation cancellation) {
    this.layer = convolution.layer().lying();
    this.way = convolution.way();
    this.field = field;
    this.left = left;
    this.right = right;
    this.result = new double[convolution.result().entries()];
    this.cancellation = cancellation;
  }

  /** The result, entry by entry canonical. */
  double[] run() {
    boolean overFilters = way == Way.BY_INPUT;
    int slabs = overFilters ? layer.channels() : layer.filters();
    int terms = overFilters ? layer.filters() : layer.channels();
    for (int image = 0; image < layer.batch(); image++) {
      for (int slab = 0; slab < slabs; slab++) {
        int pending = 0;
        for (int term = 0; term < terms; term++) {
          int filter = overFilters ? term : slab;
          int channel = overFilters ? slab : term;
          pending = taps(new Tap(image, channel, filter), pending);
        }
        reduce(image * slabs + slab, layer.batch() * slabs);
      }
    }
    return result;
  }

  private record Tap(int image, int channel, int filter) {}

  /** Every filter entry of one image, channel and filter. */
  private int taps(Tap tap, int pending) {
    int count = pending;
    for (int u = 0; u < layer.height().filter(); u++) {
      for (int v = 0; v < layer.width().filter(); v++) {
        cancellation.check();
        rows(tap, u, v);
        if (++count == field.panelDepth()) {
          field.reduce(result, 0, result.length);
          count = 0;
        }
      }
    }
    return count;
  }

  private void rows(Tap tap, int u, int v) {
    Axis height = layer.height();
    Axis width = layer.width();
    int x = width.firstOutput(v);
    int count = width.endOutput(v) - x;
    int kernel = layer.filter().inner() * tap.filter + tap.channel;
    int at = (kernel * height.filter() + u) * width.filter() + v;
    for (int y = height.firstOutput(u); count > 0 && y < height.endOutput(u); y++) {
      int imageRow = (tap.image * layer.channels() + tap.channel) * height.input();
      int in = (imageRow + height.inputAt(y, u)) * width.input() + width.inputAt(x, v);
      int outputRow = (tap.image * layer.filters() + tap.filter) * height.output() + y;
      int out = outputRow * width.output() + x;
      switch (way) {
        case FORWARD -> gather(right[at], in, out, count);
        case BY_INPUT -> scatter(right[at], in, out, count);
        case BY_FILTER -> result[at] = field.add(result[at], dot(in, out, count));
      }
    }
  }

  private void gather(double factor, int in, int out, int count) {
    int stride = layer.width().stride();
    if (stride == 1) {
      Rows.add(left, in, factor, result, out, count);
      return;
    }
    for (int x = 0; x < count; x++) {
      result[out + x] = Math.fma(factor, left[in + x * stride], result[out + x]);
    }
  }

  private void scatter(double factor, int in, int out, int count) {
    int stride = layer.width().stride();
    if (stride == 1) {
      Rows.add(left, out, factor, result, in, count);
      return;
    }
    for (int x = 0; x < count; x++) {
      result[in + x * stride] = Math.fma(factor, left[out + x], result[in + x * stride]);
    }
  }

  private double dot(int in, int out, int count) {
    int stride = layer.width().stride();
    int depth = field.panelDepth();
    double total = 0;
    for (int from = 0; from < count; from += Math.min(depth, count - from)) {
      double sum = 0;
      int end = from + Math.min(depth, count - from);
      for (int x = from; x < end; x++) {
        sum = Math.fma(left[in + x * stride], right[out + x], sum);
      }
      total = field.add(total, field.add(sum, 0));
    }
    return total;
  }

  /** Reduces one of so many equal parts of the result. */
  private void reduce(int part, int parts) {
    if (way != Way.BY_FILTER) {
      int length = result.length / parts;
      field.reduce(result, part * length, (part + 1) * length);
    }
  }
}
