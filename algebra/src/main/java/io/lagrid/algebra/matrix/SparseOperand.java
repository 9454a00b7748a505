package io.lagrid.algebra.matrix;

/**
 * A matrix that holds the entries of a {@link SparsityPattern} alone; all others are zero.
 * Immutable.
 */
public sealed interface SparseOperand extends Operand permits SparseMatrix, SparseLongMatrix {

  /** The most entries that {@link #dense} writes out: 1 GiB. */
  long LARGEST_DENSE = 1L << 27;

  /** Where the entries lie. */
  SparsityPattern pattern();

  /**
   * The same matrix with its zeros written out.
   *
   * @throws IllegalArgumentException if it has more than {@link #LARGEST_DENSE} entries then
   */
  Operand dense();

  /** A copy with rows and columns exchanged. */
  SparseOperand transpose();

  /** The part of this matrix that a window shows. */
  SparseOperand in(SparsityPattern.Window window);

  @Override
  default int rows() {
    return pattern().rows();
  }

  @Override
  default int columns() {
    return pattern().columns();
  }

  @Override
  default long entries() {
    return pattern().entries();
  }
}
