package io.lagrid.codes;

/**
 * A code for products. Operand 0 is cut into batch·m·p blocks (product by product, row by row over
 * the m×p grid), operand 1 into batch·p·n, the result into batch·m·n; every answer is the product
 * of the worker's two shares.
 */
public interface ProductCode extends Code {

  /** How many products are coded together. */
  int batch();

  /** How each product is cut. */
  Partition partition();

  /** The numbering of blocks that {@link #batch()} and {@link #partition()} give. */
  default ProductGrid grid() {
    return new ProductGrid(batch(), partition());
  }
}
