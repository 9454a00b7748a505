package io.lagrid.algebra.matrix;

import java.util.List;

/**
 * A piece of an operand, with all of its entries ({@link Block}) or with those alone that are not
 * zero ({@link SparseBlock}). Pieces of answers and results are always dense.
 */
public sealed interface OperandBlock permits Block, SparseBlock {

  /** The planes, in the order of the arithmetic's fields. */
  List<? extends RealOperand> planes();

  /** One plane. */
  RealOperand plane(int index);

  /** The number of rows of every plane. */
  int rows();

  /** The number of columns of every plane. */
  int columns();

  /** The number of entries held, over all planes. */
  long entries();

  /** The number of bytes held: of all entries as doubles, and of what says where they lie. */
  long bytes();
}
