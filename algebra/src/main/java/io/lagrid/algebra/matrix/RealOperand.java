package io.lagrid.algebra.matrix;

/** A matrix of doubles, dense or sparse. */
public sealed interface RealOperand extends Operand permits Matrix, SparseMatrix {}
