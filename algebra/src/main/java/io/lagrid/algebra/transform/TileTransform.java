package io.lagrid.algebra.transform;

/**
 * Polynomials over GF(p), p &lt; 2^23, by their coefficients or by their values at a coset, one in
 * each column of a tile, written for one kind of machine.
 *
 * <p>Implementations are immutable and thread-safe; a call runs on the calling thread.
 */
public interface TileTransform {

  /** How many columns a tile has. */
  int WIDTH = 8;

  /**
   * Overwrites the coefficients of {@value #WIDTH} polynomials over GF(p), one a column, with their
   * values at a coset's points, in bit-reversed order.
   *
   * @param x n rows of {@value #WIDTH} integers of magnitude below 2^24; modified, afterwards of
   *     magnitude below 2^27
   * @param from where the first row begins
   */
  void evaluate(double[] x, int from, CosetTable table);

  /**
   * Overwrites values at a coset's points, in bit-reversed order, with n times the coefficients of
   * the polynomials of degree below n that have them.
   *
   * @param x n rows of {@value #WIDTH} integers of magnitude at most p; modified, afterwards of
   *     magnitude at most p
   * @param from where the first row begins
   */
  void interpolate(double[] x, int from, CosetTable table);

  /**
   * target_i = source_i·factor over GF(p), p &lt; 2^23, canonical and without negative zeros.
   *
   * @param source integers of magnitude below 2^27; not modified unless they are the target
   * @param target overwritten
   * @param count how many lines
   * @param factor of magnitude at most p/2
   */
  void scale(Lines source, Lines target, int count, double factor, double modulus);
}
