package io.lagrid.engine.cluster;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Block;
import java.util.List;

/**
 * The product of the left share and the right share, plane by plane: the sum of the products of
 * their blocks, pair by pair.
 */
public record ProductTask() implements Task {

  private static final long serialVersionUID = 1;

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the two shares have no blocks, or not equally many
   */
  @Override
  public Block compute(List<Share> shares, Kernels kernels, Cancellation cancellation) {
    List<Block> left = shares.get(0).blocks();
    List<Block> right = shares.get(1).blocks();
    if (left.isEmpty() || left.size() != right.size()) {
      throw new IllegalArgumentException(
          "shares of %d and %d blocks have no product".formatted(left.size(), right.size()));
    }
    Arithmetic arithmetic = shares.get(0).arithmetic();
    Block sum = Block.zeros(arithmetic.size(), left.get(0).rows(), right.get(0).columns());
    multiply(arithmetic, left.get(0), right.get(0), sum, kernels, cancellation);
    for (int i = 1; i < left.size(); i++) {
      Block next = Block.zeros(arithmetic.size(), sum.rows(), sum.columns());
      multiply(arithmetic, left.get(i), right.get(i), next, kernels, cancellation);
      add(arithmetic, sum, next);
    }
    return sum;
  }

  private static void multiply(
      Arithmetic arithmetic,
      Block left,
      Block right,
      Block product,
      Kernels kernels,
      Cancellation cancellation) {
    for (int i = 0; i < arithmetic.size(); i++) {
      kernels.multiply(
          arithmetic.plane(i), left.plane(i), right.plane(i), product.plane(i), cancellation);
    }
  }

  /** Adds a block to a sum; both hold all entries of their arrays. */
  private static void add(Arithmetic arithmetic, Block sum, Block term) {
    for (int i = 0; i < arithmetic.size(); i++) {
      Field field = arithmetic.plane(i);
      double[] sums = sum.plane(i).data();
      double[] terms = term.plane(i).data();
      for (int entry = 0; entry < sums.length; entry++) {
        sums[entry] += terms[entry];
      }
      field.reduce(sums, 0, sums.length);
    }
  }
}
