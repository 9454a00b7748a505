package io.lagrid.algebra.sparse;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.RealOperand;
import io.lagrid.algebra.matrix.SparseMatrix;

/**
 * Products of planes of which either may be sparse; the product is dense. Two dense planes go to
 * the kernels. Immutable and thread-safe.
 *
 * @param kernels what multiplies dense planes
 * @param field what to compute over
 */
public record PlaneProduct(Kernels kernels, Field field) {

  /**
   * c = a·b.
   *
   * @param a m×k, canonical elements of the field; not modified
   * @param b k×n, canonical elements of the field; not modified
   * @param c m×n; overwritten; shares no entry with a or b
   * @param cancellation asked about every millisecond
   * @throws IllegalArgumentException if the shapes do not fit
   * @throws java.util.concurrent.CancellationException once cancelled; c then holds arbitrary
   *     numbers
   */
  public void multiply(RealOperand a, RealOperand b, Matrix c, Cancellation cancellation) {
    if (a instanceof Matrix left && b instanceof Matrix right) {
      kernels.multiply(field, left, right, c, cancellation);
      return;
    }
    if (a.columns() != b.rows() || c.rows() != a.rows() || c.columns() != b.columns()) {
      throw new IllegalArgumentException(
          "no product of a %s matrix and a %s one of shape %s"
              .formatted(a.shape(), b.shape(), c.shape()));
    }
    SparseProduct product = new SparseProduct(field, c, cancellation);
    if (a instanceof SparseMatrix left && b instanceof Matrix right) {
      product.sparseByDense(left, right);
    } else if (a instanceof Matrix left && b instanceof SparseMatrix right) {
      product.denseBySparse(left, right);
    } else if (a instanceof SparseMatrix left && b instanceof SparseMatrix right) {
      product.sparseBySparse(left, right);
    }
  }
}
