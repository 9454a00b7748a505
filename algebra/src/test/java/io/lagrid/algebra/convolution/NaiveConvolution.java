package io.lagrid.algebra.convolution;

import io.lagrid.algebra.convolution.Convolution.Way;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.matrix.Matrix;

/** The three maps of a layer, from their definition: one loop per index. */
public final class NaiveConvolution {

  private NaiveConvolution() {}

  /** The result of one convolution, by seven loops. */
  public static Matrix apply(Convolution convolution, Field field, Matrix left, Matrix right) {
    Layer layer = convolution.layer();
    Matrix result = Matrix.zeros(convolution.result().rows(), convolution.result().width());
    for (int b = 0; b < layer.batch(); b++) {
      for (int o = 0; o < layer.filters(); o++) {
        for (int c = 0; c < layer.channels(); c++) {
          for (int y = 0; y < layer.height().output(); y++) {
            for (int u = 0; u < layer.height().filter(); u++) {
              row(convolution, field, new int[] {b, o, c, y, u}, left, right, result);
            }
          }
        }
      }
    }
    return result;
  }

  private static void row(
      Convolution convolution, Field field, int[] at, Matrix left, Matrix right, Matrix result) {
    Layer layer = convolution.layer();
    Axis height = layer.height();
    Axis width = layer.width();
    int h = at[3] * height.stride() + at[4] * height.dilation() - height.before();
    if (h < 0 || h >= height.input()) {
      return;
    }
    int image = (at[0] * layer.channels() + at[2]) * height.input() + h;
    int filter = (at[1] * layer.channels() + at[2]) * height.filter() + at[4];
    int output = (at[0] * layer.filters() + at[1]) * height.output() + at[3];
    for (int x = 0; x < width.output(); x++) {
      for (int v = 0; v < width.filter(); v++) {
        int w = x * width.stride() + v * width.dilation() - width.before();
        if (w >= 0 && w < width.input()) {
          switch (convolution.way()) {
            case FORWARD -> add(field, result, output, x, left.get(image, w), right.get(filter, v));
            case BY_INPUT ->
                add(field, result, image, w, left.get(output, x), right.get(filter, v));
            case BY_FILTER ->
                add(field, result, filter, v, left.get(image, w), right.get(output, x));
          }
        }
      }
    }
  }

  private static void add(Field field, Matrix result, int row, int column, double a, double b) {
    result.set(row, column, field.add(result.get(row, column), field.multiply(a, b)));
  }

  /** The largest difference of two matrices of one shape. */
  public static double distance(Matrix a, Matrix b) {
    double largest = a.shape().equals(b.shape()) ? 0 : Double.POSITIVE_INFINITY;
    double[] first = a.toArray();
    double[] second = b.toArray();
    for (int i = 0; i < Math.min(first.length, second.length); i++) {
      largest = Math.max(largest, Math.abs(first[i] - second[i]));
    }
    return largest;
  }

  /** All three ways. */
  public static Way[] ways() {
    return Way.values();
  }
}
