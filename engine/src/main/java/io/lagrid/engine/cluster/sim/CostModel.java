package io.lagrid.engine.cluster.sim;

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
      if (!(task instanceof ProductTask)) {
        throw new IllegalArgumentException(
            "no cost is known for a " + task.getClass().getSimpleName() + ", only for products");
      }
      return seconds * multiplyAdds(shares.get(0), shares.get(1));
    };
  }

  private static double multiplyAdds(Share left, Share right) {
    double columns = right.blocks().get(0).columns();
    return left.blocks().get(0).entries() * columns; // entries count all planes
  }
}
