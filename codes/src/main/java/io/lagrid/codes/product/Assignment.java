package io.lagrid.codes.product;

import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.ProductGrid;
import java.util.List;

/**
 * Block products handed out plain: worker i computes product number i mod K, so that the K groups
 * differ by at most one worker. Immutable.
 *
 * @param workers N ≥ K
 * @param grid the K block products
 */
record Assignment(int workers, ProductGrid grid) {

  /** Which block product a worker computes. */
  int task(int worker) {
    return worker % grid.size();
  }

  /** Every share is one block as it is. */
  Encoding encoding(int operand) {
    List<ProductGrid.BlockProduct> products = grid.products();
    Matrix coefficients = Matrix.zeros(workers, grid.blocks(operand));
    for (int worker = 0; worker < workers; worker++) {
      ProductGrid.BlockProduct product = products.get(task(worker));
      coefficients.set(worker, operand == 0 ? product.left() : product.right(), 1);
    }
    return new Encoding(grid.blocks(operand), 0, coefficients);
  }

  /** Every result block is the sum of its block products; column t stands for product number t. */
  Matrix sums() {
    List<ProductGrid.BlockProduct> products = grid.products();
    Matrix coefficients = Matrix.zeros(grid.resultBlocks(), grid.size());
    for (int task = 0; task < grid.size(); task++) {
      coefficients.set(products.get(task).result(), task, 1);
    }
    return coefficients;
  }
}
