package io.lagrid.algebra.convolution;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Matrix;
import java.util.Arrays;

/**
 * Convolutions of many channels as matrix products, one for each image and row u of the filter. The
 * image is unfolded along its width only: for all (c, v) and all (h, x),
 *
 * <pre>
 * U[(c, v)][(h, x)] = X[c][h][w(x, v)],   Y[o][(y, x)] = Σ_u Σ_(c,v) F_u[o][(c, v)]·U[(c, v)][(h(y, u), x)].
 * </pre>
 *
 * <p>Rows h of the image are ordered by h mod stride, so that those which the outputs meet at u lie
 * side by side, and rows of zeros beyond the image are never multiplied. Confined to one call.
 */
final class ChannelConvolution {

  private final Layer layer;
  private final Field field;
  private final Kernels kernels;
  private final Cancellation cancellation;
  private final int taps;
  private final int outputs;

  ChannelConvolution(Layer layer, Field field, Kernels kernels, Cancellation cancellation) {
    this.layer = layer;
    this.field = field;
    this.kernels = kernels;
    this.cancellation = cancellation;
    this.taps = layer.channels() * layer.width().filter();
    this.outputs = layer.height().output() * layer.width().output();
  }

  /** Y of X and F. */
  double[] forward(double[] image, double[] filter) {
    double[] result = new double[layer.output().entries()];
    Unfolded unfolded = new Unfolded(layer, false);
    for (int b = 0; b < layer.batch(); b++) {
      Matrix columns = unfolded.of(image, b);
      for (int u = 0; u < layer.height().filter(); u++) {
        int count = unfolded.count(u);
        if (count > 0) {
          Matrix part = Matrix.zeros(layer.filters(), count);
          Matrix met = columns.block(0, unfolded.start(u), taps, count);
          multiply(filterRow(filter, u), met, part);
          int to = b * layer.filters() * outputs + unfolded.firstOutput(u);
          add(part, result, to, outputs);
        }
      }
    }
    field.reduce(result, 0, result.length);
    return result;
  }

  /** X' of Y' and F. */
  double[] byInput(double[] output, double[] filter) {
    double[] result = new double[layer.image().entries()];
    Matrix all = Matrix.of(layer.batch() * layer.filters(), outputs, output);
    Unfolded unfolded = new Unfolded(layer, false);
    for (int b = 0; b < layer.batch(); b++) {
      for (int u = 0; u < layer.height().filter(); u++) {
        int count = unfolded.count(u);
        if (count > 0) {
          Matrix part = Matrix.zeros(taps, count);
          Matrix rows =
              all.block(b * layer.filters(), unfolded.firstOutput(u), layer.filters(), count);
          multiply(filterRow(filter, u).transpose(), rows, part);
          unfolded.fold(part, u, b, result);
        }
      }
    }
    field.reduce(result, 0, result.length);
    return result;
  }

  /** F' of X and Y'. */
  double[] byFilter(double[] image, double[] output) {
    double[] result = new double[layer.filter().entries()];
    Matrix all = Matrix.of(layer.batch() * layer.filters(), outputs, output);
    Unfolded unfolded = new Unfolded(layer, true);
    for (int b = 0; b < layer.batch(); b++) {
      Matrix columns = unfolded.of(image, b);
      for (int u = 0; u < layer.height().filter(); u++) {
        int count = unfolded.count(u);
        if (count > 0) {
          Matrix part = Matrix.zeros(layer.filters(), taps);
          Matrix rows =
              all.block(b * layer.filters(), unfolded.firstOutput(u), layer.filters(), count);
          multiply(rows, columns.block(unfolded.start(u), 0, count, taps), part);
          addFilterRow(part, u, result);
        }
      }
    }
    field.reduce(result, 0, result.length);
    return result;
  }

  private void multiply(Matrix a, Matrix b, Matrix c) {
    kernels.multiply(field, a, b, c, cancellation);
  }

  /** F_u, of filters × (channels · filter width). */
  private Matrix filterRow(double[] filter, int u) {
    Matrix row = Matrix.zeros(layer.filters(), taps);
    int width = layer.width().filter();
    for (int kernel = 0; kernel < layer.filters() * layer.channels(); kernel++) {
      int from = (kernel * layer.height().filter() + u) * width;
      System.arraycopy(filter, from, row.data(), kernel * width, width);
    }
    return row;
  }

  private void addFilterRow(Matrix part, int u, double[] filter) {
    int width = layer.width().filter();
    for (int kernel = 0; kernel < layer.filters() * layer.channels(); kernel++) {
      int to = (kernel * layer.height().filter() + u) * width;
      Rows.add(part.data(), kernel * width, 1, filter, to, width);
    }
  }

  private static void add(Matrix part, double[] result, int to, int stride) {
    for (int i = 0; i < part.rows(); i++) {
      Rows.add(part.data(), i * part.stride(), 1, result, to + i * stride, part.columns());
    }
  }

  /** Images unfolded along their width. Confined to one call. */
  private static final class Unfolded {

    private final Layer layer;
    private final boolean upright;
    private final int[] order;
    private final Matrix matrix;

    /**
     * @param upright whether places (h, x) are rows and taps (c, v) columns, not the other way
     */
    Unfolded(Layer layer, boolean upright) {
      this.layer = layer;
      this.upright = upright;
      this.order = order(layer.height());
      int taps = layer.channels() * layer.width().filter();
      int places = layer.height().input() * layer.width().output();
      this.matrix = upright ? Matrix.zeros(places, taps) : Matrix.zeros(taps, places);
    }

    /** The place of each input row when they are ordered by their remainder by the stride. */
    private static int[] order(Axis height) {
      int[] order = new int[height.input()];
      int next = 0;
      for (int phase = 0; phase < height.stride(); phase++) {
        for (int h = phase; h < order.length; h += height.stride()) {
          order[h] = next++;
        }
      }
      return order;
    }

    int firstOutput(int u) {
      return layer.height().firstOutput(u) * layer.width().output();
    }

    int count(int u) {
      Axis height = layer.height();
      return (height.endOutput(u) - height.firstOutput(u)) * layer.width().output();
    }

    int start(int u) {
      Axis height = layer.height();
      return order[height.inputAt(height.firstOutput(u), u)] * layer.width().output();
    }

    Matrix of(double[] image, int b) {
      Arrays.fill(matrix.data(), 0);
      for (int c = 0; c < layer.channels(); c++) {
        for (int h = 0; h < layer.height().input(); h++) {
          int row = (b * layer.channels() + c) * layer.height().input() + h;
          for (int v = 0; v < layer.width().filter(); v++) {
            unfold(image, row, order[h], c, v);
          }
        }
      }
      return matrix;
    }

    private void unfold(double[] image, int row, int place, int c, int v) {
      Axis width = layer.width();
      int tap = c * width.filter() + v;
      int taps = layer.channels() * width.filter();
      int first = width.firstOutput(v);
      int from = row * width.input() + width.inputAt(0, v);
      int step = upright ? taps : 1;
      int to =
          upright
              ? place * width.output() * taps + tap
              : tap * matrix.columns() + place * width.output();
      for (int x = first; x < width.endOutput(v); x++) {
        matrix.data()[to + x * step] = image[from + x * width.stride()];
      }
    }

    /** Adds every entry (c, v), (y, x) of a part to the place of the image it was met at. */
    void fold(Matrix part, int u, int b, double[] image) {
      Axis height = layer.height();
      Axis width = layer.width();
      for (int tap = 0; tap < part.rows(); tap++) {
        int c = tap / width.filter();
        int v = tap % width.filter();
        for (int y = height.firstOutput(u); y < height.endOutput(u); y++) {
          int row = (b * layer.channels() + c) * height.input() + height.inputAt(y, u);
          int to = row * width.input() + width.inputAt(0, v);
          int from = tap * part.columns() + (y - height.firstOutput(u)) * width.output();
          for (int x = width.firstOutput(v); x < width.endOutput(v); x++) {
            image[to + x * width.stride()] += part.data()[from + x];
          }
        }
      }
    }
  }
}
