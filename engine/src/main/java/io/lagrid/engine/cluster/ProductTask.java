package io.lagrid.engine.cluster;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.OperandBlock;
import io.lagrid.algebra.sparse.PlaneProduct;
import java.util.List;

/**
 * The product of the left share and the right share, plane by plane. The left share is a grid of
 * rows × p coded blocks, the right one of p × columns, and the answer has rows × columns pieces,
 * each the sum of p products of blocks.
 *
 * @param rows how many pieces the answer is high
 * @param columns how many pieces the answer is wide
 */
public record ProductTask(int rows, int columns) implements Task {

  private static final long serialVersionUID = 1;

  /** Checks that there is a piece. */
  public ProductTask {
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException("an answer of %dx%d pieces".formatted(rows, columns));
    }
  }

  /** An answer in one piece: the sum of the products of the shares' blocks, pair by pair. */
  public ProductTask() {
    this(1, 1);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the two shares have no blocks, or none that pair up
   */
  @Override
  public Block compute(List<Share> shares, Kernels kernels, Cancellation cancellation) {
    List<? extends OperandBlock> left = shares.get(0).coded();
    List<? extends OperandBlock> right = shares.get(1).coded();
    int pairs = left.size() / rows;
    if (left.isEmpty() || left.size() != pairs * rows || right.size() != pairs * columns) {
      throw new IllegalArgumentException(
          "shares of %d and %d blocks have no product".formatted(left.size(), right.size()));
    }
    Arithmetic arithmetic = shares.get(0).arithmetic();
    int height = left.get(0).rows();
    int width = right.get(0).columns();
    Block answer = Block.zeros(arithmetic.size(), rows * height, columns * width);
    for (int product = 0; product < rows * columns * pairs; product++) {
      int t = product % pairs;
      int row = product / pairs / columns;
      int column = product / pairs % columns;
      Block piece = view(answer, row * height, column * width, height, width);
      Block target = t == 0 ? piece : Block.zeros(arithmetic.size(), height, width);
      OperandBlock first = left.get(row * pairs + t);
      multiply(arithmetic, first, right.get(t * columns + column), target, kernels, cancellation);
      if (t > 0) {
        add(arithmetic, piece, target);
      }
    }
    return answer;
  }

  private static Block view(Block answer, int row, int column, int height, int width) {
    return new Block(
        answer.planes().stream().map(plane -> plane.block(row, column, height, width)).toList());
  }

  private static void multiply(
      Arithmetic arithmetic,
      OperandBlock left,
      OperandBlock right,
      Block product,
      Kernels kernels,
      Cancellation cancellation) {
    for (int i = 0; i < arithmetic.size(); i++) {
      new PlaneProduct(kernels, arithmetic.plane(i))
          .multiply(left.plane(i), right.plane(i), product.plane(i), cancellation);
    }
  }

  /** Adds a block that holds all entries of its arrays to a sum. */
  private static void add(Arithmetic arithmetic, Block sum, Block term) {
    for (int i = 0; i < arithmetic.size(); i++) {
      Field field = arithmetic.plane(i);
      Matrix target = sum.plane(i);
      double[] terms = term.plane(i).data();
      int width = target.columns();
      for (int row = 0; row < target.rows(); row++) {
        int start = target.offset() + row * target.stride();
        for (int column = 0; column < width; column++) {
          target.data()[start + column] += terms[row * width + column];
        }
        field.reduce(target.data(), start, start + width);
      }
    }
  }
}
