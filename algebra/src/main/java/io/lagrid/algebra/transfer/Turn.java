package io.lagrid.algebra.transfer;

import io.lagrid.algebra.transform.CosetTable;

/**
 * What happens to the coefficients of the polynomials in a stripe between their way in and their
 * way out.
 */
@FunctionalInterface
interface Turn {

  /** Works on the first tiles of a stripe. */
  void apply(Stripe stripe, int tiles);

  /** Nothing. */
  static Turn none() {
    return (stripe, tiles) -> {};
  }

  /** Multiplies row i by factor i. */
  static Turn scaled(double[] factors) {
    return (stripe, tiles) -> {
      for (int i = 0; i < factors.length; i++) {
        stripe.scale(i, tiles, factors[i]);
      }
    };
  }

  /** Multiplies the values at a coset, row by row, and goes back to the coefficients times n. */
  static Turn atCoset(CosetTable table, double[] factors) {
    Turn scaled = scaled(factors);
    return (stripe, tiles) -> {
      for (int t = 0; t < tiles; t++) {
        stripe.evaluate(t, table);
      }
      scaled.apply(stripe, tiles);
      for (int t = 0; t < tiles; t++) {
        stripe.interpolate(t, table);
      }
    };
  }
}
