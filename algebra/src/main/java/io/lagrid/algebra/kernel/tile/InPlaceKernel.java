package io.lagrid.algebra.kernel.tile;

/** A kernel that can also combine a few long rows where they lie, without packing them first. */
public interface InPlaceKernel extends TileKernel {

  /**
   * Computes a few rows of a combination, not reduced: target[i][j] = Σ_k a[i][k]·right[k][j] for
   * all R rows i of the left operand and all j of {@code columns}.
   *
   * @param left R packed rows
   * @param right any number of rows; not modified
   * @param target R rows; overwritten in the given columns
   * @param columns at least as many as a register tile has
   */
  void combine(Band.Left left, Rows right, Rows target, Span columns);
}
