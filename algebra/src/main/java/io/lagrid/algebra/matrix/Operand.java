package io.lagrid.algebra.matrix;

/**
 * What a user multiplies: a matrix of doubles ({@link RealOperand}) or of longs ({@link
 * IntegerOperand}), with all of its entries or with those alone that are not zero ({@link
 * SparseOperand}).
 */
public sealed interface Operand permits RealOperand, IntegerOperand, SparseOperand {

  /** The number of rows. */
  int rows();

  /** The number of columns. */
  int columns();

  /** How many entries are held: all of them, or of a sparse matrix those that are listed. */
  default long entries() {
    return (long) rows() * columns();
  }

  /** The shape as people write it, such as {@code 3x4}. */
  default String shape() {
    return rows() + "x" + columns();
  }
}
