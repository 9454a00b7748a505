package io.lagrid.algebra.kernel.tile;

/**
 * Combines a few long rows where they lie, without packing them first. Implementations are
 * immutable and thread-safe.
 */
public interface InPlaceKernel {

  /** G, the number of rows combined at a time. */
  int rows();

  /** The fewest columns. */
  int columns();

  /**
   * Computes a few rows of a combination, not reduced: target[i][j] = Σ_k a[i][k]·right[k][j] for
   * all G rows i of the left operand and all j of {@code columns}.
   *
   * @param left G packed rows
   * @param right any number of rows; not modified
   * @param target G rows; overwritten in the given columns
   * @param columns at least {@link #columns()}
   */
  void combine(Band.Left left, Rows right, Rows target, Span columns);
}
