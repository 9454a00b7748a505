package io.lagrid.codes;

/**
 * A code for products. Operand 0 is cut into batch·m·p blocks (product by product, row by row over
 * the m×p grid), operand 1 into batch·p·n, the result into batch·m·n; every answer is the product
 * of the worker's two shares, or the sum of the products of their blocks, pair by pair.
 */
public interface ProductCode extends Code {

  /** How many products are coded together. */
  int batch();

  /** How each product is cut. */
  Partition partition();

  /** How many blocks of each operand a worker receives, and how many products it sums. */
  default int blocksPerShare() {
    return 1;
  }

  /** The numbering of blocks that {@link #batch()} and {@link #partition()} give. */
  default ProductGrid grid() {
    return new ProductGrid(batch(), partition());
  }
}
