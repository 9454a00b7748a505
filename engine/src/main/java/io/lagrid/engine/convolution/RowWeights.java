package io.lagrid.engine.convolution;

import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.matrix.Matrix;

/**
 * A linear map that adds each row of a matrix, times a weight, to one row of a smaller matrix.
 * Immutable.
 */
final class RowWeights {

  private final PrimeField field;
  private final int rows;
  private final int[] targets;
  private final double[] weights;

  /**
   * The map.
   *
   * @param field of the weights
   * @param rows how many rows the smaller matrix has
   * @param targets to which row each row is added; retained
   * @param weights by how much; retained
   */
  RowWeights(PrimeField field, int rows, int[] targets, double[] weights) {
    this.field = field;
    this.rows = rows;
    this.targets = targets;
    this.weights = weights;
  }

  /** The smaller matrix. */
  Matrix apply(Matrix matrix) {
    Matrix sums = Matrix.zeros(rows, matrix.columns());
    int[] pending = new int[rows];
    for (int i = 0; i < matrix.rows(); i++) {
      int to = targets[i] * matrix.columns();
      int from = matrix.offset() + i * matrix.stride();
      add(weights[i], matrix.data(), from, sums.data(), to, matrix.columns());
      if (++pending[targets[i]] == field.panelDepth()) {
        field.reduce(sums.data(), to, to + matrix.columns());
        pending[targets[i]] = 0;
      }
    }
    field.reduce(sums.data(), 0, sums.data().length);
    return sums;
  }

  private static void add(
      double weight, double[] source, int from, double[] target, int to, int count) {
    for (int j = 0; j < count; j++) {
      target[to + j] = Math.fma(weight, source[from + j], target[to + j]);
    }
  }
}
