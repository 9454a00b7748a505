package io.lagrid.algebra.linear;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.matrix.Matrix;
import java.util.Arrays;
import java.util.Objects;

/**
 * Powers of points: the Vandermonde matrix V[i][k] = x_i^k, its generalisation to arbitrary
 * exponents, and rows of its inverse.
 *
 * <p>Stateless and thread-safe.
 */
public final class Vandermonde {

  private Vandermonde() {}

  /**
   * V[i][k] = x_i^k for k &lt; columns; 0^0 = 1.
   *
   * @param points m elements; not modified
   * @return m×columns, a new matrix
   */
  public static Matrix matrix(Field field, double[] points, int columns) {
    Matrix result = Matrix.zeros(points.length, columns);
    double[] data = result.data();
    for (int i = 0; i < points.length; i++) {
      double power = 1;
      for (int k = 0; k < columns; k++) {
        data[i * columns + k] = power;
        power = field.multiply(power, points[i]);
      }
    }
    return result;
  }

  /**
   * V[i][k] = x_i^(e_k); 0^0 = 1.
   *
   * @param points m elements; not modified
   * @param exponents n non-negative exponents in any order; not modified
   * @return m×n, a new matrix
   * @throws IllegalArgumentException if an exponent is negative
   */
  public static Matrix matrix(Field field, double[] points, int[] exponents) {
    Matrix result = Matrix.zeros(points.length, exponents.length);
    double[] data = result.data();
    for (int i = 0; i < points.length; i++) {
      for (int k = 0; k < exponents.length; k++) {
        data[i * exponents.length + k] = field.power(points[i], exponents[k]);
      }
    }
    return result;
  }

  /**
   * The rows d_0, d_1, … of the inverse of the n×n Vandermonde matrix of {@code points}: entry
   * [r][i] is the weight of y_i in the coefficient of x^(d_r) of the polynomial of degree below n
   * through all (x_i, y_i). O(n²) in all, by synthetic division of the node polynomial by every x −
   * x_i at once.
   *
   * @param points n distinct elements; not modified
   * @param degrees between 0 and n − 1, in any order; not modified
   * @return degrees.length×n, a new matrix
   * @throws ArithmeticException if two points are equal; the message names them
   * @throws IndexOutOfBoundsException if a degree is not between 0 and n − 1
   */
  public static Matrix inverseRows(Field field, double[] points, int... degrees) {
    int n = points.length;
    int[] last = rowsByDegree(n, degrees);
    double[] weights = Barycentric.weights(field, points);
    double[] nodePolynomial = Barycentric.nodePolynomial(field, points);
    Matrix result = Matrix.zeros(degrees.length, n);
    double[] quotients = new double[n];
    Arrays.fill(quotients, 1);
    for (int degree = n - 1; degree >= 0; degree--) {
      if (last[degree] >= 0) {
        multiply(field, quotients, weights, result.data(), last[degree] * n);
      }
      for (int i = 0; i < n; i++) {
        quotients[i] = Math.fma(points[i], quotients[i], nodePolynomial[degree]);
      }
      field.reduce(quotients, 0, n);
    }
    copyRepeated(degrees, last, result);
    return result;
  }

  private static int[] rowsByDegree(int n, int[] degrees) {
    int[] rows = new int[n];
    Arrays.fill(rows, -1);
    for (int r = 0; r < degrees.length; r++) {
      rows[Objects.checkIndex(degrees[r], n)] = r;
    }
    return rows;
  }

  private static void multiply(Field field, double[] a, double[] b, double[] target, int offset) {
    for (int i = 0; i < a.length; i++) {
      target[offset + i] = a[i] * b[i];
    }
    field.reduce(target, offset, offset + a.length);
  }

  private static void copyRepeated(int[] degrees, int[] last, Matrix result) {
    int n = result.columns();
    for (int r = 0; r < degrees.length; r++) {
      int source = last[degrees[r]];
      if (source != r) {
        System.arraycopy(result.data(), source * n, result.data(), r * n, n);
      }
    }
  }
}
