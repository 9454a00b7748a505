package io.lagrid.algebra.transform;

import io.lagrid.algebra.field.PrimeField;

/**
 * What it takes to go from the n = 2^log coefficients of a polynomial over GF(p), p &lt; 2^23, to
 * its values at the points c, c·ω, …, c·ω^(n−1) for ω of order n, and back.
 *
 * <p>The points are the leaves of a tree: its root, node 1, is x^n − c^n, and a node x^(2m) − r²,
 * number h, has the children x^m − r, number 2h, and x^m + r, number 2h + 1. Where u + v·x^m is a
 * polynomial's remainder at a node, u + r·v and u − r·v are those at its children. So every node
 * needs one number, r_h = c^m·ω^(m·b) with b the bits of h after the first in reverse order, and
 * the leaves stand in bit-reversed order.
 *
 * <p>Immutable and thread-safe, as long as nobody writes to its arrays; holds 4n doubles.
 */
public final class CosetTable {

  private final PrimeField field;
  private final int log;
  private final Nodes forward;
  private final Nodes inverse;

  /**
   * Numbers of the tree's nodes 1 to n − 1; entries 0 mean nothing.
   *
   * @param roots r_h, or 1/r_h for the way back; do not modify
   * @param products of a node's number and its parent's, negated for odd nodes: what takes the last
   *     of four quarters through two stages at once; do not modify
   */
  @SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
  public record Nodes(double[] roots, double[] products) {}

  /**
   * The table of one coset.
   *
   * @param root ω, of order 2^log
   * @param shift c, not zero
   */
  public CosetTable(PrimeField field, int log, double root, double shift) {
    this.field = field;
    this.log = log;
    this.forward = nodes(root, shift);
    this.inverse = nodes(field.inverse(root), field.inverse(shift));
  }

  private Nodes nodes(double root, double shift) {
    int n = 1 << log;
    double[] roots = new double[n];
    double[] powers = new double[n];
    powers[0] = 1;
    for (int j = 1; j < n / 2; j++) {
      powers[j] = field.multiply(powers[j - 1], root);
    }
    for (int depth = 0; depth < log; depth++) {
      int half = n >> (depth + 1);
      double power = field.power(shift, half);
      for (int b = 0; b < 1 << depth; b++) {
        roots[(1 << depth) + b] = field.multiply(power, powers[half * reversed(b, depth)]);
      }
    }
    double[] products = new double[n];
    for (int h = 2; h < n; h++) {
      double product = field.multiply(roots[h], roots[h / 2]);
      products[h] = h % 2 == 0 ? product : -product;
    }
    return new Nodes(roots, products);
  }

  private static int reversed(int bits, int count) {
    return count == 0 ? 0 : Integer.reverse(bits) >>> (Integer.SIZE - count);
  }

  /** p. */
  public double modulus() {
    return field.modulus();
  }

  /** log2 of the length. */
  public int log() {
    return log;
  }

  /** n. */
  public int length() {
    return 1 << log;
  }

  /** The nodes' numbers, or what undoes them. */
  public Nodes nodes(boolean back) {
    return back ? inverse : forward;
  }

  /** In which row the value at point i stands. */
  public int place(int i) {
    return reversed(i, log);
  }
}
