package io.lagrid.engine.evaluate;

import io.lagrid.algebra.matrix.Operand;
import io.lagrid.engine.partition.BlockGrid;
import io.lagrid.engine.polynomial.BlockShape;
import io.lagrid.engine.polynomial.PolynomialMap;
import java.util.List;

/**
 * How the operands of a map become K blocks each (one block, if they are common), and how the
 * values of the blocks become results. Immutable.
 */
sealed interface Cutting permits EntryCutting, RowCutting, PointCutting {

  /** The map. */
  PolynomialMap map();

  /** The operands as they were handed in, for the choice of numbers. */
  List<Operand> operands(int operand);

  /** The shapes on which the map gives a result, for its bound. */
  List<BlockShape> shapes();

  /** The largest K. */
  int pieces();

  /** One operand as a single matrix that its grid cuts. */
  Operand source(int operand, int blocks);

  /** How {@link #source} is cut. */
  BlockGrid grid(int operand, int blocks);

  /** What a worker computes of its shares, given the map of one piece. */
  PolynomialMap task(PolynomialMap piece, int blocks);

  /** Whether the values are added up to one. */
  boolean summed();

  /** How the values lie in one matrix. */
  BlockGrid values(int blocks);

  /** The results in that matrix. */
  List<Operand> results(Operand values);
}
