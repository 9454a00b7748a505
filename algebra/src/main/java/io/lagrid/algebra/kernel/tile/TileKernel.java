package io.lagrid.algebra.kernel.tile;

import java.util.Optional;

/**
 * The innermost loops, written for one kind of machine: products of packed panels by register
 * tiles, and products of rows.
 *
 * <p>Everything else (blocking, packing, cancellation, the choice of reductions) is done once for
 * all kernels by the driver. Arguments are in order when they arrive; implementations only {@code
 * assert}. Implementations are immutable and thread-safe; a call runs on the calling thread.
 */
public interface TileKernel {

  /** R, the number of rows of a register tile: the left operand is packed R rows at a time. */
  int rows();

  /**
   * S, the number of columns of a register tile: the right operand is packed S columns at a time.
   */
  int columns();

  /**
   * Computes a few rows of a product: c[i][j] = Σ_k a[i][k]·b[k][j], added to what is there if
   * {@link Band#add()}, and then reduced.
   *
   * @param band where the packed operands lie and where the sums go; its targets are modified
   */
  void multiply(Band band);

  /**
   * Inner products of rows: sums[j·left.rows() + i] = Σ_k left[i][k]·right[j][k], not reduced.
   *
   * @param left any number of rows; not modified
   * @param right any number of rows of the same length; not modified
   * @param sums overwritten
   */
  void dots(Stripe left, Stripe right, double[] sums);

  /** How to combine a few long rows in place, if this kernel can. */
  default Optional<InPlaceKernel> inPlace() {
    return Optional.empty();
  }
}
