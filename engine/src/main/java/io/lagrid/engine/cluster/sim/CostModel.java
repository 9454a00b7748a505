package io.lagrid.engine.cluster.sim;

import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.OperandBlock;
import io.lagrid.engine.cluster.ProductTask;
import io.lagrid.engine.cluster.Share;
import io.lagrid.engine.cluster.Task;
import java.util.List;

/**
 * How many seconds a task takes where the delay model draws 1. So with {@link #wholeTask()} the
 * draw is the time itself, and with {@link #perMultiplyAdd} it is the factor by which a worker is
 * slower than the one the cost was measured on.
 *
 * @implSpec Immutable and thread-safe.
 */
@FunctionalInterface
public interface CostModel {

  /**
   * The seconds.
   *
   * @param shares the task's operands; not modified
   * @return not negative, finite
   * @throws IllegalArgumentException if the model does not know the task
   */
  double seconds(Task task, List<Share> shares);

  /** One second for every task: the delay model gives the seconds of the whole task. */
  static CostModel wholeTask() {
    return (task, shares) -> 1;
  }

  /**
   * Products by their multiply–add operations, over all planes; other tasks are unknown.
   *
   * @param seconds per multiply–add, not negative
   */
  static CostModel perMultiplyAdd(double seconds) {
    if (!(seconds >= 0 && seconds < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          seconds + " seconds per multiply-add; 0 or a positive number is legal");
    }
    return (task, shares) -> {
      if (!(task instanceof ProductTask product)) {
        throw new IllegalArgumentException(
            "no cost is known for a " + task.getClass().getSimpleName() + ", only for products");
      }
      return seconds * multiplyAdds(product, shares.get(0).coded(), shares.get(1).coded());
    };
  }

  /** Every left block meets those right blocks that stand for the same part of the shared side. */
  private static double multiplyAdds(
      ProductTask task, List<? extends OperandBlock> left, List<? extends OperandBlock> right) {
    int pairs = left.size() / task.rows();
    double sum = 0;
    for (int i = 0; i < left.size(); i++) {
      for (int column = 0; column < task.columns(); column++) {
        sum += multiplyAdds(left.get(i), right.get(i % pairs * task.columns() + column));
      }
    }
    return sum;
  }

  /** Of two sparse blocks, as if the right one's entries lay evenly. Entries count all planes. */
  private static double multiplyAdds(OperandBlock left, OperandBlock right) {
    if (left instanceof Block) {
      return (double) right.entries() * left.rows();
    }
    double perRow = (double) right.entries() / right.planes().size() / Math.max(1, right.rows());
    return left.entries() * perRow;
  }
}
