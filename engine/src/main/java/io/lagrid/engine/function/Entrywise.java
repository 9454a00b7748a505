package io.lagrid.engine.function;

import io.lagrid.algebra.approximation.ScalarFunction;
import io.lagrid.algebra.matrix.Matrix;

/**
 * A function of one variable, applied to every entry.
 *
 * @param function of one variable
 */
public record Entrywise(ScalarFunction function) implements BlockFunction {

  private static final long serialVersionUID = 1;

  @Override
  public Matrix apply(Matrix block) {
    Matrix result = block.copy();
    double[] entries = result.data();
    for (int i = 0; i < entries.length; i++) {
      entries[i] = function.applyAsDouble(entries[i]);
    }
    return result;
  }
}
