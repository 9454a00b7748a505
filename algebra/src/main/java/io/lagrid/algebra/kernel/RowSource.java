package io.lagrid.algebra.kernel;

import io.lagrid.algebra.kernel.tile.Rows;
import io.lagrid.algebra.matrix.Matrix;
import java.util.List;

/**
 * An operand as the driver sees it: rows of equal length, cut into segments of equal length that
 * lie side by side in memory. A product and a combination of blocks differ in nothing else.
 */
sealed interface RowSource {

  /** The length of a segment. */
  int columns();

  /** The number of segments of every row. */
  int segments();

  /** One segment of the rows from (inclusive) to to (exclusive). */
  Rows rows(int from, int to, int segment);

  /** The rows of a matrix, each in one segment. */
  record OfMatrix(Matrix matrix) implements RowSource {
    @Override
    public int columns() {
      return matrix.columns();
    }

    @Override
    public int segments() {
      return 1;
    }

    @Override
    public Rows rows(int from, int to, int segment) {
      return Rows.ofMatrix(matrix, from, to);
    }
  }

  /**
   * One row for each matrix of a list: its entries, row after row.
   *
   * @param joined whether all entries of a matrix lie side by side, and so make one segment;
   *     otherwise every row of the matrix is a segment
   */
  record OfMatrices(List<Matrix> matrices, boolean joined) implements RowSource {
    @Override
    public int columns() {
      Matrix first = matrices.get(0);
      return joined ? first.rows() * first.columns() : first.columns();
    }

    @Override
    public int segments() {
      return joined ? 1 : matrices.get(0).rows();
    }

    @Override
    public Rows rows(int from, int to, int segment) {
      return Rows.ofMatrices(matrices, from, to, segment);
    }
  }
}
