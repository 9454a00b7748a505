package io.lagrid.algebra.matrix;

/**
 * What a user multiplies: a matrix of doubles ({@link Matrix}) or of longs ({@link LongMatrix}).
 */
public sealed interface Operand permits Matrix, LongMatrix {

  /** The number of rows. */
  int rows();

  /** The number of columns. */
  int columns();

  /** The shape as people write it, such as {@code 3x4}. */
  default String shape() {
    return rows() + "x" + columns();
  }
}
