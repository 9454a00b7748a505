package io.lagrid.algebra.kernel;

import io.lagrid.algebra.kernel.tile.Reduction;
import io.lagrid.algebra.kernel.tile.Span;
import io.lagrid.algebra.kernel.tile.Stripe;
import io.lagrid.algebra.kernel.tile.TileKernel;
import io.lagrid.algebra.matrix.Matrix;

/**
 * C = A·B for B of few columns, such as a vector. Bound by the reading of A, which is therefore
 * read once, in place, and multiplied by inner products with the transposed B.
 *
 * <p>Confined to one call.
 */
final class NarrowProduct {

  /** The most columns of B that are worth this way. */
  static final int COLUMNS = 8;

  /** Rows of A that are read together. */
  private static final int ROWS = 4;

  /** Rows of B transposed at a time; with {@link #COLUMNS}, they fit the second-level cache. */
  private static final int LENGTH = 16 * PanelProduct.DEPTH;

  private final TileKernel kernel;
  private final double modulus;
  private final Pulse pulse;
  private final Workspace workspace;

  NarrowProduct(TileKernel kernel, double modulus, Pulse pulse, Workspace workspace) {
    this.kernel = kernel;
    this.modulus = modulus;
    this.pulse = pulse;
    this.workspace = workspace;
  }

  /**
   * C = A·B.
   *
   * @param a not modified
   * @param b at most {@link #COLUMNS} columns; not modified
   * @param c overwritten
   */
  void run(Matrix a, Matrix b, Matrix c) {
    for (Span columns : Span.cut(a.columns(), LENGTH, 1)) {
      Stripe right = transpose(b, columns);
      for (int i = 0; i < a.rows(); i += ROWS) {
        Span rows = new Span(i, Math.min(i + ROWS, a.rows()));
        pulse.spend((long) rows.size() * columns.size() * b.columns());
        Stripe left = Stripe.of(a, rows, columns);
        multiply(left, right, c.block(i, 0, rows.size(), c.columns()), columns.from() > 0);
      }
    }
  }

  private Stripe transpose(Matrix b, Span rows) {
    int length = rows.size();
    double[] transposed = workspace.right(length * b.columns());
    for (int k = 0; k < length; k++) {
      int from = b.offset() + (rows.from() + k) * b.stride();
      for (int j = 0; j < b.columns(); j++) {
        transposed[j * length + k] = b.data()[from + j];
      }
    }
    return new Stripe(transposed, 0, length, b.columns(), length);
  }

  private void multiply(Stripe left, Stripe right, Matrix c, boolean add) {
    double[] sums = new double[left.rows() * right.rows()];
    double[] part = new double[sums.length];
    if (add) {
      exchange(sums, c, false);
    }
    for (Span panel : Span.cut(left.length(), PanelProduct.DEPTH, 1)) {
      kernel.dots(left.columns(panel), right.columns(panel), part);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += part[i];
      }
      Reduction.of(modulus, panel.size(), true).apply(sums, 0, sums.length);
    }
    exchange(sums, c, true);
  }

  /** Copies between C and the sums, which are held column by column. */
  private static void exchange(double[] sums, Matrix c, boolean write) {
    for (int i = 0; i < c.rows(); i++) {
      for (int j = 0; j < c.columns(); j++) {
        int at = c.offset() + i * c.stride() + j;
        int from = j * c.rows() + i;
        if (write) {
          c.data()[at] = sums[from];
        } else {
          sums[from] = c.data()[at];
        }
      }
    }
  }
}
