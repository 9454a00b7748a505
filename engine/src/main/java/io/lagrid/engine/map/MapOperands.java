package io.lagrid.engine.map;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.approximate.InputOrder;
import io.lagrid.engine.verify.AnswerShape;
import io.lagrid.engine.verify.Projector;
import java.util.List;
import java.util.function.Function;

/** Blocks that a function is to be computed of: checked, measured and put in order. Immutable. */
final class MapOperands {

  /** By how many projections blocks are compared; they keep distances to about a third. */
  private static final int FEATURES = 16;

  private final List<Matrix> blocks;

  /**
   * Checks the blocks at the door.
   *
   * @throws IllegalArgumentException if there is none, two differ in shape, one has no entries, or
   *     an entry is not finite
   */
  MapOperands(List<Matrix> blocks) {
    if (blocks.isEmpty()) {
      throw new IllegalArgumentException("no blocks to compute a function of; 1 is the least");
    }
    Matrix first = blocks.get(0);
    for (int k = 0; k < blocks.size(); k++) {
      Matrix block = blocks.get(k);
      if (block.rows() != first.rows() || block.columns() != first.columns()) {
        throw new IllegalArgumentException(
            "block 0 is %s and block %d is %s; all are of one shape"
                .formatted(first.shape(), k, block.shape()));
      }
      if (block.rows() == 0 || block.columns() == 0 || !Double.isFinite(largest(block))) {
        throw new IllegalArgumentException(
            "block %d of shape %s has no entries, or some that are no finite numbers"
                .formatted(k, block.shape()));
      }
    }
    this.blocks = List.copyOf(blocks);
  }

  /**
   * Computes the function of the first block, so that one that cannot be estimated is found out
   * before anything is sent.
   *
   * @throws IllegalArgumentException if it throws something, or gives nothing, something of another
   *     shape than it announces or a number that is not finite
   */
  void tryOut(MapTask task) {
    Matrix block = blocks.get(0).copy(); // it may be careless with its argument
    Matrix value;
    try {
      value = task.function().apply(block);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("of block 0 the function throws " + e, e);
    }
    task.objection(block, value)
        .ifPresent(
            what -> {
              throw new IllegalArgumentException("of block 0 " + what);
            });
  }

  /** K, how many blocks there are. */
  int count() {
    return blocks.size();
  }

  /** Rows of every block. */
  int rows() {
    return blocks.get(0).rows();
  }

  /** Columns of every block. */
  int columns() {
    return blocks.get(0).columns();
  }

  private static double largest(Matrix block) {
    double largest = 0;
    for (int i = 0; i < block.rows(); i++) {
      for (int j = 0; j < block.columns(); j++) {
        largest = Math.max(largest, Math.abs(block.get(i, j))); // NaN stays NaN
      }
    }
    return largest;
  }

  /** An order along which the blocks change little from one to the next. */
  int[] order(Kernels kernels) {
    if (rows() * columns() == 1) {
      return InputOrder.of(features(1, block -> new double[] {block.get(0, 0)}));
    }
    AnswerShape shape = new AnswerShape(Arithmetic.real(), rows(), columns());
    Projector projector = Projector.draw(shape, FEATURES, kernels, Randomness.insecure(1));
    return InputOrder.of(
        features(FEATURES, block -> projector.project(new Block(List.of(block))).planes().get(0)));
  }

  private Matrix features(int count, Function<Matrix, double[]> of) {
    Matrix features = Matrix.zeros(blocks.size(), count);
    for (int k = 0; k < blocks.size(); k++) {
      System.arraycopy(of.apply(blocks.get(k)), 0, features.data(), k * count, count);
    }
    return features;
  }

  /** The blocks as workers' shares are made of them. */
  List<Block> asBlocks() {
    return blocks.stream().map(block -> new Block(List.of(block))).toList();
  }
}
