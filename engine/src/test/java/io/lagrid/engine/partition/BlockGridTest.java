package io.lagrid.engine.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockGridTest {

  @Test
  void everyEntryLiesInExactlyOneCell() {
    int grids = 0;
    for (int rows = 1; rows <= 7; rows++) {
      for (int columns = 1; columns <= 5; columns++) {
        for (int gridRows = 1; gridRows <= rows; gridRows++) {
          for (int gridColumns = 1; gridColumns <= columns; gridColumns++) {
            covers(new BlockGrid(2, rows, columns, gridRows, gridColumns));
            grids++;
          }
        }
      }
    }
    assertThat(grids).isEqualTo(28 * 15);
  }

  private static void covers(BlockGrid grid) {
    int[] hits = new int[grid.batch() * grid.rows() * grid.columns()];
    for (int b = 0; b < grid.blocks(); b++) {
      BlockGrid.Cell cell = grid.cell(b);
      assertThat(cell.rows()).isBetween(0, grid.blockRows());
      for (int i = cell.row(); i < cell.row() + cell.rows(); i++) {
        for (int j = cell.column(); j < cell.column() + cell.columns(); j++) {
          hits[(cell.matrix() * grid.rows() + i) * grid.columns() + j]++;
        }
      }
    }
    assertThat(Arrays.stream(hits).allMatch(hit -> hit == 1)).as("%s", grid).isTrue();
  }

  @Test
  void realBlocksWithoutPaddingAreViewsAndAssembleToTheOperand() {
    Matrix matrix = Matrix.of(5, 4, new double[20]);
    Arrays.setAll(matrix.data(), i -> i);
    BlockGrid grid = new BlockGrid(1, 5, 4, 2, 2);
    List<Block> blocks = new RealNumbers().cut(0, List.of(matrix), grid);
    assertThat(blocks.get(0).plane(0).data()).isSameAs(matrix.data());
    assertThat(blocks.get(3).plane(0).get(2, 1)).as("padding").isZero();
    List<Operand> results = new RealNumbers().assemble(blocks, grid);
    assertThat(results).isEqualTo(List.of(matrix));
  }

  @Test
  void aMatrixOfAnotherShapeIsRefused() {
    BlockGrid grid = new BlockGrid(1, 5, 4, 2, 2);
    assertThatThrownBy(() -> new RealNumbers().cut(0, List.of(Matrix.zeros(4, 5)), grid))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a 4x5 matrix in a grid for 5x4");
  }
}
