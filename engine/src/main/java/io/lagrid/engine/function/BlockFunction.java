package io.lagrid.engine.function;

import io.lagrid.algebra.matrix.Matrix;
import java.io.Serializable;
import java.util.function.UnaryOperator;

/**
 * A function from a block of doubles to a block of doubles; the more smoothly it depends on its
 * entries, the better codes that estimate it do. It travels to remote workers.
 *
 * @implSpec Does not modify its argument, which may be a view with gaps between its rows; gives
 *     finite entries for all finite ones near those it is meant for: workers compute it of mixtures
 *     of blocks. Thread-safe.
 */
@FunctionalInterface
public interface BlockFunction extends UnaryOperator<Matrix>, Serializable {

  /**
   * The value at one block.
   *
   * @param block not modified
   * @return a new matrix of {@link #resultRows} × {@link #resultColumns}
   */
  @Override
  Matrix apply(Matrix block);

  /**
   * About how many multiply–adds the value at a block of that shape takes, for forecasts; one for
   * every entry unless it says, which is the least there can be.
   */
  default double work(int rows, int columns) {
    return (double) rows * columns;
  }

  /**
   * How many rows the value at a block of that shape has; as many as the block unless it says.
   *
   * @throws IllegalArgumentException if there is no value at such a block
   */
  default int resultRows(int rows, int columns) {
    return rows;
  }

  /**
   * How many columns the value at a block of that shape has; as many as the block likewise.
   *
   * @throws IllegalArgumentException if there is no value at such a block
   */
  default int resultColumns(int rows, int columns) {
    return columns;
  }
}
