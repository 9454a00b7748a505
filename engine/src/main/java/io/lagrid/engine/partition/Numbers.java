package io.lagrid.engine.partition;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Operand;
import java.util.List;

/**
 * How the numbers of operands become planes of blocks, and the planes of result blocks become
 * numbers again. Immutable and thread-safe.
 */
public sealed interface Numbers permits RealNumbers, ExactNumbers {

  /** The arithmetic of the planes. */
  Arithmetic arithmetic();

  /**
   * Cuts a batch of operands into blocks.
   *
   * @param side 0 for left operands, 1 for right ones; they may be scaled differently
   * @param operands one matrix per member of the batch, each of the grid's shape; not modified, but
   *     blocks may be views of them
   * @return the blocks in the grid's numbering
   */
  List<Block> cut(int side, List<? extends Operand> operands, BlockGrid grid);

  /** Puts result blocks together to one matrix per member of the batch. */
  List<Operand> assemble(List<Block> blocks, BlockGrid grid);
}
