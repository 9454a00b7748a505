package io.lagrid.algebra.transfer;

import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.transfer.Stripe.Range;
import io.lagrid.algebra.transform.TileTransform;
import java.util.List;

/**
 * How blocks become other blocks, stripe by stripe: what comes in is interpolated and added up to
 * the coefficients of polynomials, those are changed, and the polynomials are evaluated.
 *
 * @param rows how many coefficients the polynomials have, a power of two
 * @param intake what comes in
 * @param turn what happens to the coefficients
 * @param outlet what goes out
 */
record Way(int rows, List<Piece> intake, Turn turn, List<Piece> outlet) {

  /** Entries of the two stripes in work: a megabyte. */
  private static final int WORKING_SET = 1 << 17;

  private static final int FEWEST_TILES = 4;
  private static final int MOST_TILES = 32;

  /** So many tiles that the stripes stay in the second-level cache. */
  private int tiles() {
    int room = WORKING_SET / (2 * rows * TileTransform.WIDTH);
    return Math.max(FEWEST_TILES, Math.min(MOST_TILES, room));
  }

  /**
   * Goes all the way.
   *
   * @param from contiguous
   * @param modulus p
   */
  void apply(
      List<Matrix> from,
      List<Matrix> to,
      double modulus,
      TileTransform kernel,
      Cancellation cancellation) {
    int entries = to.get(0).rows() * to.get(0).columns();
    int tiles = Math.min(tiles(), new Range(0, entries).tiles());
    Stripe sum = new Stripe(rows, tiles, modulus, kernel);
    Stripe part = new Stripe(rows, tiles, modulus, kernel);
    int width = tiles * TileTransform.WIDTH;
    for (int first = 0; first < entries; first += width) {
      cancellation.check();
      Range range = new Range(first, Math.min(width, entries - first));
      bringIn(from, range, sum, part);
      turn.apply(sum, range.tiles());
      takeOut(to, range, sum, part);
    }
  }

  private void bringIn(List<Matrix> from, Range range, Stripe sum, Stripe part) {
    for (int i = 0; i < intake.size(); i++) {
      Stripe stripe = i == 0 ? sum : part;
      Piece piece = intake.get(i);
      piece.read(from, range, stripe);
      for (int t = 0; t < range.tiles(); t++) {
        if (piece.table().isPresent()) {
          stripe.interpolate(t, piece.table().get());
        }
        if (i > 0) {
          sum.add(t, part);
        }
      }
    }
  }

  private void takeOut(List<Matrix> to, Range range, Stripe sum, Stripe part) {
    for (int i = 0; i < outlet.size(); i++) {
      boolean last = i == outlet.size() - 1;
      Stripe stripe = last ? sum : part;
      Piece piece = outlet.get(i);
      for (int t = 0; t < range.tiles(); t++) {
        if (!last) {
          part.copy(t, sum);
        }
        if (piece.table().isPresent()) {
          stripe.evaluate(t, piece.table().get());
        }
      }
      piece.write(to, range, stripe);
    }
  }
}
