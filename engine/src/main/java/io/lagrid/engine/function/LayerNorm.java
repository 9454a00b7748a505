package io.lagrid.engine.function;

import io.lagrid.algebra.matrix.Matrix;

/**
 * Per row x of mean μ and variance v, the entries (x_j − μ)/√(v + ε).
 *
 * @param epsilon ε &gt; 0, what keeps constant rows finite
 */
public record LayerNorm(double epsilon) implements BlockFunction {

  private static final long serialVersionUID = 1;

  /** ε as most networks have it. */
  public static final double USUAL_EPSILON = 1e-5;

  /** Checks that ε is positive. */
  public LayerNorm {
    if (!(epsilon > 0)) {
      throw new IllegalArgumentException("layer norm with ε = " + epsilon + "; it is positive");
    }
  }

  @Override
  public Matrix apply(Matrix block) {
    Matrix result = block.copy();
    int columns = result.columns();
    double[] entries = result.data();
    for (int start = 0; start < entries.length; start += columns) {
      double mean = 0;
      for (int j = start; j < start + columns; j++) {
        mean += entries[j] / columns;
      }
      double variance = 0;
      for (int j = start; j < start + columns; j++) {
        variance += (entries[j] - mean) * (entries[j] - mean) / columns;
      }
      for (int j = start; j < start + columns; j++) {
        entries[j] = (entries[j] - mean) / Math.sqrt(variance + epsilon);
      }
    }
    return result;
  }
}
