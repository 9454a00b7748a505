package io.lagrid.codes;

/**
 * A code for products. Operand 0 is cut into batch·m·p blocks (product by product, row by row over
 * the m×p grid), operand 1 into batch·p·n, the result into batch·m·n; every answer is the product
 * of the worker's two shares.
 *
 * <p>A share may be several coded blocks, thought of as one matrix: m'×p' coded blocks of operand 0
 * and p'×n' of operand 1. Then the answer is m'×n' pieces, each the sum of p' products of blocks.
 * The encoding has m'·p' (p'·n') rows per worker, row by row over this grid, and a decode matrix
 * has m'·n' columns per answer, likewise.
 */
public interface ProductCode extends Code {

  /** How many products are coded together; one, unless a code says more. */
  default int batch() {
    return 1;
  }

  /** How each product is cut. */
  Partition partition();

  /** p', how many products of blocks a worker sums in each piece of its answer. */
  default int blocksPerShare() {
    return 1;
  }

  /**
   * p', m', n': how a worker's own product is put together; one piece unless a code says more.
   *
   * @implSpec p' is {@link #blocksPerShare()}.
   */
  default Partition sharePartition() {
    return new Partition(blocksPerShare(), 1, 1);
  }

  /**
   * How many data blocks the coded blocks of an operand are combined from: all, unless a code says
   * less. What sparse operands cost depends on it.
   *
   * @implSpec Known without tables, because planners ask many codes; what an {@link Encoding} of
   *     the operand counts is not larger, and equal if less than all is said.
   */
  default Encoding.Weight weight(int operand) {
    return Encoding.Weight.of(grid().blocks(operand));
  }

  /** The numbering of blocks that {@link #batch()} and {@link #partition()} give. */
  default ProductGrid grid() {
    return new ProductGrid(batch(), partition());
  }
}
