package io.lagrid.algebra.kernel;

import io.lagrid.algebra.kernel.tile.Band;
import io.lagrid.algebra.kernel.tile.Reduction;
import io.lagrid.algebra.kernel.tile.Rows;
import io.lagrid.algebra.kernel.tile.Span;
import io.lagrid.algebra.kernel.tile.Stripe;
import io.lagrid.algebra.kernel.tile.TileKernel;
import io.lagrid.algebra.matrix.Matrix;
import java.util.List;

/**
 * The one text of the heavy work: C = A·B, where A is a matrix and the rows of B and C are the rows
 * of matrices (a product) or whole blocks (a combination).
 *
 * <p>The inner dimension is cut into panels, short enough for sums over GF(p) to be exact; after
 * each panel C is reduced. Within a panel, A is packed in large pieces and B in pieces that stay in
 * the second-level cache while every row of the packed A passes over them (the blocking of K. Goto
 * and R. van de Geijn, "Anatomy of high-performance matrix multiplication", ACM TOMS 34(3), 2008,
 * with the operands' roles exchanged).
 *
 * <p>Confined to one call.
 */
final class PanelProduct {

  /** The longest panel. Every field allows it; longer ones do not fit the caches. */
  static final int DEPTH = 512;

  private final TileKernel kernel;
  private final double modulus;
  private final Pulse pulse;
  private final Workspace workspace;

  PanelProduct(TileKernel kernel, double modulus, Pulse pulse, Workspace workspace) {
    this.kernel = kernel;
    this.modulus = modulus;
    this.pulse = pulse;
    this.workspace = workspace;
  }

  /**
   * C = A·B.
   *
   * @param a has at least one column; not modified
   * @param b not modified
   * @param c overwritten
   */
  void run(Matrix a, RowSource b, RowSource c) {
    for (Span panel : Span.cut(a.columns(), DEPTH, 1)) {
      Reduction reduction = Reduction.of(modulus, panel.size(), panel.to() == a.columns());
      for (Span rows : Span.cut(a.rows(), Workspace.LEFT / panel.size(), kernel.rows())) {
        double[] left = packLeft(a, rows, panel);
        for (int segment = 0; segment < c.segments(); segment++) {
          Rows source = b.rows(panel.from(), panel.to(), segment);
          Rows target = c.rows(rows.from(), rows.to(), segment);
          Piece piece = new Piece(left, rows.size(), panel.size(), panel.from() > 0, reduction);
          multiply(piece, source, target, c.columns());
        }
      }
    }
  }

  /** The packed rows of A against one panel of B. */
  @SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
  private record Piece(double[] left, int rows, int depth, boolean add, Reduction reduction) {}

  private double[] packLeft(Matrix a, Span rows, Span panel) {
    int height = kernel.rows();
    double[] packed = workspace.left(roundUp(rows.size(), height) * panel.size());
    Packing.left(Stripe.of(a, rows, panel), height, packed);
    return packed;
  }

  private void multiply(Piece piece, Rows source, Rows target, int columns) {
    int limit = Workspace.RIGHT / piece.depth();
    List<Span> spans = Span.cut(columns, limit, kernel.columns());
    for (Span span : spans) {
      int entries = roundUp(span.size(), kernel.columns()) * piece.depth();
      double[] packed = workspace.right(entries);
      pulse.spend(entries);
      Band.Right right = new Band.Right(packed, Workspace.ALIGNED, piece.depth(), span.size());
      Packing.right(source, span.from(), kernel.columns(), right);
      multiply(piece, right, target, span.from());
    }
  }

  private void multiply(Piece piece, Band.Right right, Rows target, int column) {
    int height = kernel.rows();
    for (int i = 0; i < piece.rows(); i += height) {
      pulse.spend((long) height * right.columns() * piece.depth());
      int rows = Math.min(height, piece.rows() - i);
      Band.Left left = new Band.Left(piece.left(), i * piece.depth(), rows);
      Band.Target sums = new Band.Target(target, i, column);
      kernel.multiply(new Band(left, right, sums, piece.add(), piece.reduction()));
    }
  }

  private static int roundUp(int value, int step) {
    return (value + step - 1) / step * step;
  }
}
