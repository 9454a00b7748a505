package io.lagrid.engine.cluster;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Block;
import java.util.List;

/** The product of the left share and the right share, plane by plane. */
public record ProductTask() implements Task {

  private static final long serialVersionUID = 1;

  @Override
  public Block compute(List<Share> shares, Kernels kernels, Cancellation cancellation) {
    Block left = shares.get(0).blocks().get(0);
    Block right = shares.get(1).blocks().get(0);
    Arithmetic arithmetic = shares.get(0).arithmetic();
    Block product = Block.zeros(arithmetic.size(), left.rows(), right.columns());
    for (int i = 0; i < arithmetic.size(); i++) {
      kernels.multiply(
          arithmetic.plane(i), left.plane(i), right.plane(i), product.plane(i), cancellation);
    }
    return product;
  }
}
