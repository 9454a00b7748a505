package io.lagrid.engine.function;

import io.lagrid.algebra.matrix.Matrix;

/** Per row x, the weights e^(x_j) / Σ_k e^(x_k). */
public record Softmax() implements BlockFunction {

  private static final long serialVersionUID = 1;

  @Override
  public Matrix apply(Matrix block) {
    Matrix result = block.copy();
    for (int i = 0; i < result.rows(); i++) {
      row(result.data(), i * result.columns(), result.columns());
    }
    return result;
  }

  private static void row(double[] entries, int from, int count) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int j = from; j < from + count; j++) {
      largest = Math.max(largest, entries[j]);
    }
    double sum = 0;
    for (int j = from; j < from + count; j++) {
      entries[j] = Math.exp(entries[j] - largest); // the largest is 1, so that nothing overflows
      sum += entries[j];
    }
    for (int j = from; j < from + count; j++) {
      entries[j] /= sum;
    }
  }
}
