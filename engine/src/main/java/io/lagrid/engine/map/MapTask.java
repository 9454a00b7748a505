package io.lagrid.engine.map;

import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.engine.cluster.Share;
import io.lagrid.engine.cluster.Task;
import io.lagrid.engine.function.BlockFunction;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A function of the share's one block. It is not interrupted while it computes.
 *
 * @param function what to compute
 */
public record MapTask(BlockFunction function) implements Task {

  private static final long serialVersionUID = 1;

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if the function does not give what it announces, which is no lie
   *     of the worker's
   */
  @Override
  public Block compute(List<Share> shares, Kernels kernels, Cancellation cancellation) {
    Matrix block = shares.get(0).blocks().get(0).plane(0);
    Matrix value = function.apply(block);
    objection(block, value)
        .ifPresent(
            what -> {
              throw new IllegalStateException(what);
            });
    return new Block(List.of(value));
  }

  /** Why that is no value of the function at a block; empty if it may be one. */
  Optional<String> objection(Matrix block, @Nullable Matrix value) {
    if (value == null) {
      return Optional.of("the function gives null");
    }
    int rows = function.resultRows(block.rows(), block.columns());
    int columns = function.resultColumns(block.rows(), block.columns());
    if (value.rows() != rows || value.columns() != columns) {
      return Optional.of(
          "the function gives %s for a block of %s where %dx%d is announced"
              .formatted(value.shape(), block.shape(), rows, columns));
    }
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        if (!Double.isFinite(value.get(i, j))) {
          return Optional.of(
              "the function gives %s at row %d, column %d of its value"
                  .formatted(value.get(i, j), i, j));
        }
      }
    }
    return Optional.empty();
  }
}
