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
   * Writes the transform of a sequence to a target, in bit-reversed order.
   *
   * @param source the first of n integers of magnitude at most 1.5·p, the others being zero; not
   *     modified unless it is the target
   * @param target of n entries; overwritten, afterwards of magnitude below 0.9·p; may be the source
   * @throws IllegalArgumentException if the source has more than n entries or the target not n
   */
  void forward(double[] source, double[] target, TransformTable table);

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

  /** The same machine's transforms of many polynomials at once. */
  TileTransform tiles();
}
