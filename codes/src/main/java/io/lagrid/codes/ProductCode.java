package io.lagrid.codes;

/**
 * A code for products. Operand 0 is cut into batch·m·p blocks (product by product, row by row over
 * the m×p grid), operand 1 into batch·p·n, the result into batch·m·n; every answer is the product
 * of the worker's two shares.
 *
 * <p>A share may be several coded blocks, put together to one matrix: m'×p' coded blocks of operand
 * 0 and p'×n' of operand 1, so that the answer, the product of the two matrices, has m'×n' pieces.
 * The encoding then has m'·p' (p'·n') rows per worker, row by row over this grid, and a decode
 * matrix has m'·n' columns per answer, likewise.
 */
public interface ProductCode extends Code {

  /** How many products are coded together. */
  int batch();

  /** How each product is cut. */
  Partition partition();

  /** p', m', n': how a worker's own product is put together; one coded block of each operand. */
  default Partition sharePartition() {
    return Partition.WHOLE;
  }

  /** The numbering of blocks that {@link #batch()} and {@link #partition()} give. */
  default ProductGrid grid() {
    return new ProductGrid(batch(), partition());
  }
}
