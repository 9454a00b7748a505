package io.lagrid.engine.partition;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.algebra.matrix.SparseMatrix;
import io.lagrid.algebra.matrix.SparseOperand;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Doubles as they are, in one plane. Blocks that need no padding are views of the operand. */
public final class RealNumbers implements Numbers {

  /** Creates the conversion; it has no parameters. */
  public RealNumbers() {}

  @Override
  public Arithmetic arithmetic() {
    return Arithmetic.real();
  }

  @Override
  public List<Block> cut(int side, List<? extends Operand> operands, BlockGrid grid) {
    List<Block> blocks = new ArrayList<>(grid.blocks());
    for (int b = 0; b < grid.blocks(); b++) {
      BlockGrid.Cell cell = grid.cell(b);
      Matrix operand = (Matrix) operands.get(cell.matrix());
      grid.check(operand);
      Matrix view = operand.block(cell.row(), cell.column(), cell.rows(), cell.columns());
      blocks.add(new Block(List.of(padded(view, grid))));
    }
    return blocks;
  }

  @Override
  public List<double[]> values(int side, int matrix, SparseOperand part) {
    return List.of(((SparseMatrix) part).values());
  }

  private static Matrix padded(Matrix view, BlockGrid grid) {
    if (view.rows() == grid.blockRows() && view.columns() == grid.blockColumns()) {
      return view;
    }
    Matrix block = Matrix.zeros(grid.blockRows(), grid.blockColumns());
    block.block(0, 0, view.rows(), view.columns()).write(view);
    return block;
  }

  @Override
  public List<Operand> assemble(List<Block> blocks, BlockGrid grid) {
    List<Matrix> results =
        Stream.generate(() -> Matrix.zeros(grid.rows(), grid.columns()))
            .limit(grid.batch())
            .toList();
    for (int b = 0; b < grid.blocks(); b++) {
      BlockGrid.Cell cell = grid.cell(b);
      Matrix block = blocks.get(b).plane(0).block(0, 0, cell.rows(), cell.columns());
      results
          .get(cell.matrix())
          .block(cell.row(), cell.column(), cell.rows(), cell.columns())
          .write(block);
    }
    return List.copyOf(results);
  }
}
