package io.lagrid.engine.partition;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.algebra.matrix.SparseBlock;
import io.lagrid.algebra.matrix.SparseOperand;
import io.lagrid.algebra.matrix.SparsityPattern;
import java.util.ArrayList;
import java.util.List;

/**
 * How the numbers of operands become planes of blocks, and the planes of result blocks become
 * numbers again. Immutable and thread-safe.
 */
public sealed interface Numbers permits RealNumbers, ExactNumbers {

  /** The arithmetic of the planes. */
  Arithmetic arithmetic();

  /**
   * Cuts a batch of dense operands into blocks.
   *
   * @param side 0 for left operands, 1 for right ones; they may be scaled differently
   * @param operands one matrix per member of the batch, each of the grid's shape; not modified, but
   *     blocks may be views of them
   * @return the blocks in the grid's numbering
   */
  List<Block> cut(int side, List<? extends Operand> operands, BlockGrid grid);

  /**
   * Cuts a batch of sparse operands into blocks; no zero is written out.
   *
   * @param side 0 for left operands, 1 for right ones
   * @param operands one matrix per member of the batch, each of the grid's shape; not modified
   * @return the blocks in the grid's numbering
   */
  default List<SparseBlock> cutSparse(
      int side, List<? extends SparseOperand> operands, BlockGrid grid) {
    List<SparseBlock> blocks = new ArrayList<>(grid.blocks());
    for (int b = 0; b < grid.blocks(); b++) {
      BlockGrid.Cell cell = grid.cell(b);
      SparseOperand operand = operands.get(cell.matrix());
      grid.check(operand);
      SparsityPattern.Window window =
          operand
              .pattern()
              .window(cell.row(), cell.column(), grid.blockRows(), grid.blockColumns());
      blocks.add(SparseBlock.of(window.pattern(), values(side, cell.matrix(), operand.in(window))));
    }
    return blocks;
  }

  /**
   * The entries of a sparse matrix, plane by plane.
   *
   * @param matrix which matrix of the batch it is a part of
   */
  List<double[]> values(int side, int matrix, SparseOperand part);

  /** Puts result blocks together to one matrix per member of the batch. */
  List<Operand> assemble(List<Block> blocks, BlockGrid grid);
}
