package io.lagrid.algebra.kernel.tile;

import io.lagrid.algebra.field.PrimeField;

/**
 * What a kernel does to a finished sum x: nothing over the reals; over GF(p), rounds of x ← x −
 * p·q, where q is x/p rounded to an integer by adding and subtracting 1.5·2^52.
 *
 * <p>One round brings any exact sum of a panel near the balanced range: with d products, |x/p| ≤
 * d·p/4, so q is computed from a quotient whose error is below d·p·2^-54, and residues within that
 * share of p of the border ±p/2 may come out on its wrong side. Border residues are 1/(2p) away
 * from it: while d·p² &lt; 2^52 one round suffices, and otherwise a second round, on a small x, is
 * exact.
 *
 * @param modulus p, or 0 over the reals
 * @param rounds how many rounds: 0 over the reals, 1, or 2
 */
public record Reduction(double modulus, int rounds) {

  private static final Reduction NONE = new Reduction(0, 0);

  /**
   * The reduction of a sum of {@code depth} products and one nearly reduced element.
   *
   * @param modulus p, or 0 over the reals
   * @param last whether the result must be canonical; if not, it may exceed p/2 by a little
   */
  public static Reduction of(double modulus, int depth, boolean last) {
    if (modulus == 0) {
      return NONE;
    }
    boolean borderSafe = (depth + 1.0) * modulus * modulus < 0x1p52;
    return new Reduction(modulus, last && !borderSafe ? 2 : 1);
  }

  /** 1/p. */
  public double reciprocal() {
    return 1 / modulus;
  }

  /**
   * Reduces the entries from (inclusive) to to (exclusive).
   *
   * @param x modified
   */
  public void apply(double[] x, int from, int to) {
    for (int round = 0; round < rounds; round++) {
      once(x, from, to, modulus);
    }
  }

  private static void once(double[] x, int from, int to, double modulus) {
    double reciprocal = 1 / modulus;
    for (int i = from; i < to; i++) {
      double quotient = Math.fma(x[i], reciprocal, PrimeField.ROUNDING) - PrimeField.ROUNDING;
      x[i] = Math.fma(-modulus, quotient, x[i]);
    }
  }
}
