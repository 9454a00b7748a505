package io.lagrid.engine.partition;

import io.lagrid.algebra.matrix.Operand;

/**
 * How a batch of equal-shaped matrices is cut into equal-shaped blocks: each into a grid of
 * gridRows × gridColumns. Blocks are numbered matrix by matrix, then row by row over the grid. The
 * last blocks of a row or column may reach beyond the matrix; there they are padded with zeros.
 *
 * @param batch how many matrices
 * @param rows rows of each matrix
 * @param columns columns of each matrix
 * @param gridRows how many blocks high each grid is
 * @param gridColumns how many blocks wide each grid is
 */
public record BlockGrid(int batch, int rows, int columns, int gridRows, int gridColumns) {

  /** Checks that every count is positive. */
  public BlockGrid {
    if (batch < 1 || rows < 1 || columns < 1 || gridRows < 1 || gridColumns < 1) {
      throw new IllegalArgumentException(
          "cannot cut %d matrices of %dx%d into %dx%d blocks"
              .formatted(batch, rows, columns, gridRows, gridColumns));
    }
  }

  /** How many blocks there are. */
  public int blocks() {
    return batch * gridRows * gridColumns;
  }

  /** How many numbers all matrices hold. */
  long entries() {
    return (long) batch * rows * columns;
  }

  /** The number of rows of every block: ⌈rows / gridRows⌉. */
  public int blockRows() {
    return (rows + gridRows - 1) / gridRows;
  }

  /** The number of columns of every block: ⌈columns / gridColumns⌉. */
  public int blockColumns() {
    return (columns + gridColumns - 1) / gridColumns;
  }

  /** Which part of which matrix a block covers. */
  public Cell cell(int block) {
    int inMatrix = block % (gridRows * gridColumns);
    int row = Math.min(rows, inMatrix / gridColumns * blockRows());
    int column = Math.min(columns, inMatrix % gridColumns * blockColumns());
    return new Cell(
        block / (gridRows * gridColumns),
        row,
        column,
        Math.min(blockRows(), rows - row),
        Math.min(blockColumns(), columns - column));
  }

  void check(Operand matrix) {
    if (matrix.rows() != rows || matrix.columns() != columns) {
      throw new IllegalArgumentException(
          "a %s matrix in a grid for %dx%d".formatted(matrix.shape(), rows, columns));
    }
  }

  /**
   * The part of a matrix that a block covers; smaller than the block where the block is padded.
   *
   * @param matrix which matrix of the batch
   */
  public record Cell(int matrix, int row, int column, int rows, int columns) {}
}
