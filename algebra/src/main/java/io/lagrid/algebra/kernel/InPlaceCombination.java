package io.lagrid.algebra.kernel;

import io.lagrid.algebra.kernel.tile.Band;
import io.lagrid.algebra.kernel.tile.InPlaceKernel;
import io.lagrid.algebra.kernel.tile.Reduction;
import io.lagrid.algebra.kernel.tile.Rows;
import io.lagrid.algebra.kernel.tile.Span;
import io.lagrid.algebra.kernel.tile.Stripe;
import io.lagrid.algebra.matrix.Matrix;
import java.util.List;

/**
 * C = A·B where A is small and the few rows of B are long, such as blocks to encode. Bound by the
 * memory that B is read from and C is written to: so B is read where it lies, in stripes of columns
 * that stay in the second-level cache for all rows of A, and C is written once, in runs of a page
 * or more, and reduced while it is still in the first-level cache.
 *
 * <p>Confined to one call.
 */
final class InPlaceCombination {

  /** The most rows of B worth this way; more of them evict each other from the caches. */
  static final int ROWS = 32;

  /** Columns of a stripe: long runs of stores are fetched ahead, short ones are not. */
  private static final int STRIPE = 5 << 10;

  /** Columns combined before they are reduced. */
  private static final int COLUMNS = 1 << 10;

  private final InPlaceKernel kernel;
  private final double modulus;
  private final Pulse pulse;
  private final Workspace workspace;

  InPlaceCombination(InPlaceKernel kernel, double modulus, Pulse pulse, Workspace workspace) {
    this.kernel = kernel;
    this.modulus = modulus;
    this.pulse = pulse;
    this.workspace = workspace;
  }

  /**
   * C = A·B.
   *
   * @param a has at most {@link #ROWS} columns; not modified
   * @param b has segments at least as long as a register tile; not modified
   * @param c overwritten
   */
  void run(Matrix a, RowSource b, RowSource c) {
    int height = kernel.rows();
    int depth = a.columns();
    double[] left = workspace.left((a.rows() + height - 1) / height * height * depth);
    Packing.left(Stripe.of(a, new Span(0, a.rows()), new Span(0, depth)), height, left);
    List<Span> stripes = Span.cut(c.columns(), STRIPE, kernel.columns());
    for (int segment = 0; segment < c.segments(); segment++) {
      Rows source = b.rows(0, depth, segment);
      Rows target = c.rows(0, a.rows(), segment);
      for (Span stripe : stripes) {
        for (int i = 0; i < a.rows(); i += height) {
          int rows = Math.min(height, a.rows() - i);
          stripe(new Band.Left(left, i * depth, rows), source, target.from(i, rows), stripe);
        }
      }
    }
  }

  private void stripe(Band.Left left, Rows source, Rows target, Span stripe) {
    for (int from = stripe.from(); from < stripe.to(); from += COLUMNS) {
      Span columns = new Span(from, Math.min(from + COLUMNS, stripe.to()));
      pulse.spend((long) kernel.rows() * source.count() * columns.size());
      combine(left, source, target, columns);
    }
  }

  private void combine(Band.Left left, Rows source, Rows target, Span wanted) {
    int from = Math.max(0, Math.min(wanted.from(), wanted.to() - kernel.columns()));
    Span columns = new Span(from, wanted.to());
    double[] room = workspace.right(columns.size());
    Rows padded = target.padded(kernel.rows(), room, -from);
    kernel.combine(left, source, padded, columns);
    Reduction reduction = Reduction.of(modulus, source.count(), true);
    for (int i = 0; i < target.count(); i++) {
      int at = target.offset(i);
      reduction.apply(target.array(i), at + columns.from(), at + columns.to());
    }
  }
}
