package io.lagrid.algebra.convolution;

import io.lagrid.algebra.matrix.Operand;
import java.io.Serializable;

/**
 * The shape of a four-dimensional array held as a matrix of outer·inner·height rows. Immutable.
 *
 * @param outer images, or filters
 * @param inner channels
 * @param height rows of each
 * @param width columns of each
 */
public record Extent(int outer, int inner, int height, int width) implements Serializable {

  private static final long serialVersionUID = 1;

  /** Rows of the matrix. */
  public int rows() {
    return outer * inner * height;
  }

  /** The number of entries. */
  public int entries() {
    return rows() * width;
  }

  /**
   * Checks that a matrix has this shape.
   *
   * @param name what it is called in the message
   * @throws IllegalArgumentException if it has not
   */
  public void check(String name, Operand matrix) {
    if (matrix.rows() != rows() || matrix.columns() != width) {
      throw new IllegalArgumentException(
          "%s is %s; %s as a matrix is %dx%d".formatted(name, matrix.shape(), this, rows(), width));
    }
  }

  /** The sides, such as {@code 1x3x32x32}. */
  @Override
  public String toString() {
    return outer + "x" + inner + "x" + height + "x" + width;
  }
}
