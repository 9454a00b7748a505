package io.lagrid.algebra.transform;

/**
 * The number-theoretic transform X_k = Σ_j x_j·ω^(jk) and its inverse, written for one kind of
 * machine. Decimation in frequency: the forward transform takes natural order to bit-reversed
 * order, the inverse takes it back, so that products of sequences need no permutation (Gentleman
 * and Sande 1966).
 *
 * <p>Implementations are immutable and thread-safe; a call runs on the calling thread.
 */
public interface TransformKernel {

  /**
   * Overwrites x with its transform in bit-reversed order.
   *
   * @param x n integers of magnitude at most 1.5·p; modified; afterwards below 0.9·p
   */
  void forward(double[] x, TransformTable table);

  /**
   * Overwrites a transform in bit-reversed order with n times the sequence it is of.
   *
   * @param x n integers of magnitude below 0.9·p; modified; afterwards below 2·p
   */
  void inverse(double[] x, TransformTable table);

  /**
   * Overwrites x with the products x_i·y_i·factor.
   *
   * @param x n integers of magnitude below 0.9·p; modified; afterwards below 0.9·p
   * @param y likewise; not modified
   */
  void multiply(double[] x, double[] y, double factor, Modulus modulus);

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
