package io.lagrid.algebra.linear;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.matrix.Matrix;
import java.util.Arrays;

/**
 * Lagrange interpolation as a matrix: from the values at n nodes of a polynomial of degree below n
 * to its values at other points. Encoding and decoding of Lagrange coded computing are such
 * matrices.
 *
 * <p>Stateless and thread-safe.
 */
public final class Lagrange {

  private Lagrange() {}

  /**
   * L with L[i][k] = ℓ_k(x_i) = Π_{j≠k} (x_i − z_j)/(z_k − z_j) for nodes z and points x. The row
   * of a point that equals node k is exactly the k-th unit row. O(n² + n·m) multiplications.
   *
   * <p>Over the reals each entry is the product of n − 1 differences and one weight, held with an
   * exponent of its own, so that only the entry itself can overflow; its relative error is about 4n
   * roundings, like that of the first barycentric form (N. J. Higham, The numerical stability of
   * barycentric Lagrange interpolation, 2004).
   *
   * @param nodes n distinct elements; not modified
   * @param points m elements; not modified
   * @return m×n, a new matrix
   * @throws ArithmeticException if two nodes are equal; the message names them
   */
  public static Matrix coefficients(Field field, double[] nodes, double[] points) {
    Matrix result = Matrix.zeros(points.length, nodes.length);
    Row row = new Row(field, nodes);
    for (int i = 0; i < points.length; i++) {
      row.write(points[i], result.data(), i * nodes.length);
    }
    return result;
  }

  /** Computes one row after the other from prefix and suffix products. */
  private static final class Row {

    private final Field field;
    private final double[] nodes;
    private final double[] weights;
    private final int[] weightExponents;
    private final double[] prefixes;
    private final int[] prefixExponents;
    private final ScaledProduct product;

    Row(Field field, double[] nodes) {
      this.field = field;
      this.nodes = nodes;
      weights = new double[nodes.length];
      weightExponents = new int[nodes.length];
      prefixes = new double[nodes.length];
      prefixExponents = new int[nodes.length];
      product = new ScaledProduct(field);
      for (int k = 0; k < nodes.length; k++) {
        Barycentric.differences(field, nodes, k, product);
        weights[k] = field.inverse(product.value());
        weightExponents[k] = -product.exponent();
      }
    }

    void write(double point, double[] target, int offset) {
      int same = Barycentric.indexOf(nodes, point);
      if (same >= 0) {
        Arrays.fill(target, offset, offset + nodes.length, 0);
        target[offset + same] = 1;
        return;
      }
      prefixes(point);
      product.reset();
      for (int k = nodes.length - 1; k >= 0; k--) {
        double others = field.multiply(prefixes[k], product.value());
        int exponent = prefixExponents[k] + product.exponent() + weightExponents[k];
        target[offset + k] = scale(field.multiply(others, weights[k]), exponent);
        product.multiply(field.subtract(point, nodes[k]));
      }
    }

    private void prefixes(double point) {
      product.reset();
      for (int k = 0; k < nodes.length; k++) {
        prefixes[k] = product.value();
        prefixExponents[k] = product.exponent();
        product.multiply(field.subtract(point, nodes[k]));
      }
    }

    private static double scale(double value, int exponent) {
      return exponent == 0 ? value : Math.scalb(value, exponent);
    }
  }
}
