package io.lagrid.algebra.polynomial;

import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.linear.Barycentric;
import io.lagrid.algebra.linear.Vandermonde;
import io.lagrid.algebra.matrix.Matrix;
import java.util.Arrays;

/**
 * Polynomials over GF(p), each an array of canonical elements from the constant term up; leading
 * zeros are allowed in arguments and cut from results, and the zero polynomial is the empty array.
 *
 * <p>All operations are the dense schoolbook ones, quadratic in the degree; products accumulate
 * {@link PrimeField#panelDepth()} terms before they are reduced. Arrays passed in are not modified;
 * results are new arrays. Stateless and thread-safe.
 */
public final class Polynomials {

  private Polynomials() {}

  /** The degree; −1 for the zero polynomial. */
  public static int degree(double[] polynomial) {
    int degree = polynomial.length - 1;
    while (degree >= 0 && polynomial[degree] == 0) {
      degree--;
    }
    return degree;
  }

  /** A copy without leading zeros. */
  public static double[] normalise(double[] polynomial) {
    return Arrays.copyOf(polynomial, degree(polynomial) + 1);
  }

  /** a + b. */
  public static double[] add(PrimeField field, double[] a, double[] b) {
    return combine(field, a, 1, b);
  }

  /** a − b. */
  public static double[] subtract(PrimeField field, double[] a, double[] b) {
    return combine(field, a, -1, b);
  }

  /** factor·a. */
  public static double[] scale(PrimeField field, double factor, double[] a) {
    return combine(field, new double[0], factor, a);
  }

  /** a·b. */
  public static double[] multiply(PrimeField field, double[] a, double[] b) {
    int degreeA = degree(a);
    int degreeB = degree(b);
    if (degreeA < 0 || degreeB < 0) {
      return new double[0];
    }
    double[] product = new double[degreeA + degreeB + 1];
    for (int i = 0; i <= degreeA; i++) {
      for (int j = 0; j <= degreeB; j++) {
        product[i + j] = Math.fma(a[i], b[j], product[i + j]);
      }
      if ((i + 1) % field.panelDepth() == 0) {
        field.reduce(product, 0, product.length);
      }
    }
    field.reduce(product, 0, product.length);
    return product;
  }

  /** a(x), by Horner's rule. */
  public static double evaluate(PrimeField field, double[] a, double x) {
    double value = 0;
    for (int k = a.length - 1; k >= 0; k--) {
      value = field.reduce(Math.fma(value, x, a[k]));
    }
    return value;
  }

  /** a(x_0), a(x_1), …, by Horner's rule at all points at once. */
  public static double[] evaluate(PrimeField field, double[] a, double[] points) {
    double[] values = new double[points.length];
    for (int k = a.length - 1; k >= 0; k--) {
      for (int i = 0; i < values.length; i++) {
        values[i] = Math.fma(values[i], points[i], a[k]);
      }
      field.reduce(values, 0, values.length);
    }
    return values;
  }

  /** a′, the formal derivative: Σ k·a_k·x^(k−1). */
  public static double[] derivative(PrimeField field, double[] a) {
    double[] result = new double[Math.max(0, a.length - 1)];
    for (int k = 1; k < a.length; k++) {
      result[k - 1] = field.multiply(field.of((long) k), a[k]);
    }
    return normalise(result);
  }

  /** Π (x − root); 1 for no roots. */
  public static double[] fromRoots(PrimeField field, double[] roots) {
    return Barycentric.nodePolynomial(field, roots);
  }

  /**
   * The polynomial of degree below n through the n points (nodes[i], values[i]).
   *
   * @throws ArithmeticException if two nodes are equal; the message names them
   * @throws IllegalArgumentException if there are not as many values as nodes
   */
  public static double[] interpolate(PrimeField field, double[] nodes, double[] values) {
    int n = nodes.length;
    if (values.length != n) {
      throw new IllegalArgumentException(n + " nodes but " + values.length + " values");
    }
    int[] degrees = new int[n];
    Arrays.setAll(degrees, k -> k);
    Matrix inverse = Vandermonde.inverseRows(field, nodes, degrees);
    double[] result = new double[n];
    for (int k = 0; k < n; k++) {
      result[k] = dot(field, inverse.data(), k * n, values);
    }
    return normalise(result);
  }

  private static double dot(PrimeField field, double[] a, int offset, double[] b) {
    double sum = 0;
    for (int i = 0; i < b.length; i++) {
      sum = Math.fma(a[offset + i], b[i], sum);
      if ((i + 1) % field.panelDepth() == 0) {
        sum = field.reduce(sum);
      }
    }
    return field.reduce(sum);
  }

  /** a + factor·b. */
  private static double[] combine(PrimeField field, double[] a, double factor, double[] b) {
    double[] result = Arrays.copyOf(a, Math.max(a.length, b.length));
    for (int k = 0; k < b.length; k++) {
      result[k] = Math.fma(factor, b[k], result[k]);
    }
    field.reduce(result, 0, result.length);
    return normalise(result);
  }
}
