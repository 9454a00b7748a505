package io.lagrid.algebra.kernel;

import io.lagrid.algebra.matrix.Matrix;
import java.util.List;

/**
 * Matrices of one shape cut alike along their longer side, into stripes as even as can be.
 *
 * @param rows of each matrix
 * @param columns of each matrix
 * @param count of stripes, at least 1
 */
record Stripes(int rows, int columns, int count) {

  /** Multiply–adds below which a stripe is not worth a thread. */
  private static final long LEAST = 1 << 22;

  /** As many as there are cores, if that much work is there. */
  static Stripes of(Matrix like, long work, int cores) {
    int side = Math.max(like.rows(), like.columns());
    long count = Math.min(Math.min(cores, side), work / LEAST);
    return new Stripes(like.rows(), like.columns(), (int) Math.max(1, count));
  }

  /** Views of one stripe of all matrices. */
  List<Matrix> of(List<Matrix> matrices, int stripe) {
    boolean byRows = rows >= columns;
    long side = byRows ? rows : columns;
    int from = (int) (side * stripe / count);
    int length = (int) (side * (stripe + 1) / count) - from;
    return matrices.stream()
        .map(
            matrix ->
                byRows
                    ? matrix.block(from, 0, length, columns)
                    : matrix.block(0, from, rows, length))
        .toList();
  }
}
