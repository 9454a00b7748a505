package io.lagrid.algebra.linear;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.matrix.Matrix;

/**
 * Cauchy matrices C[i][k] = 1 / (x_i − y_k). With distinct x and distinct y every square submatrix
 * is invertible.
 *
 * <p>Stateless and thread-safe.
 */
public final class Cauchy {

  private Cauchy() {}

  /**
   * C[i][k] = 1 / (x_i − y_k), in O(m·n): over GF(p) one inversion per row.
   *
   * @param x m elements; not modified
   * @param y n elements, none equal to one of x; not modified
   * @return m×n, a new matrix
   * @throws ArithmeticException if x_i = y_k; the message names i, k and the value
   */
  public static Matrix matrix(Field field, double[] x, double[] y) {
    Matrix result = Matrix.zeros(x.length, y.length);
    double[] differences = new double[y.length];
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k < y.length; k++) {
        if (x[i] == y[k]) {
          throw new ArithmeticException(
              "a Cauchy matrix needs x and y disjoint, but x[%d] = y[%d] = %s"
                  .formatted(i, k, x[i]));
        }
        differences[k] = field.subtract(x[i], y[k]);
      }
      invert(field, differences, result.data(), i * y.length);
    }
    return result;
  }

  /** target[offset + k] = 1/values[k]; over GF(p) by one inversion and 3n products (Montgomery). */
  private static void invert(Field field, double[] values, double[] target, int offset) {
    if (!field.exact()) {
      for (int k = 0; k < values.length; k++) {
        target[offset + k] = field.inverse(values[k]);
      }
      return;
    }
    double product = 1;
    for (int k = 0; k < values.length; k++) {
      target[offset + k] = product;
      product = field.multiply(product, values[k]);
    }
    double inverse = field.inverse(product);
    for (int k = values.length - 1; k >= 0; k--) {
      target[offset + k] = field.multiply(target[offset + k], inverse);
      inverse = field.multiply(inverse, values[k]);
    }
  }
}
