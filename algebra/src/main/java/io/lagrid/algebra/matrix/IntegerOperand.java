package io.lagrid.algebra.matrix;

/** A matrix of longs, dense or sparse. */
public sealed interface IntegerOperand extends Operand permits LongMatrix, SparseLongMatrix {}
