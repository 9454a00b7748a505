package io.lagrid.algebra.linear;

import io.lagrid.algebra.field.Field;

/**
 * What Lagrange interpolation needs to know of its nodes x_0, …, x_{n−1} alone: the weights w_k = 1
 * / Π_{j≠k} (x_k − x_j) and the node polynomial ℓ(x) = Π_k (x − x_k).
 *
 * <p>Source: J.-P. Berrut and L. N. Trefethen, Barycentric Lagrange interpolation, 2004. Stateless
 * and thread-safe.
 */
public final class Barycentric {

  private Barycentric() {}

  /**
   * The barycentric weights, in O(n²). Over the reals a weight outside the range of doubles becomes
   * 0 or infinite.
   *
   * @param nodes distinct elements; not modified
   * @return a new array
   * @throws ArithmeticException if two nodes are equal; the message names them
   */
  public static double[] weights(Field field, double[] nodes) {
    double[] weights = new double[nodes.length];
    ScaledProduct product = new ScaledProduct(field);
    for (int k = 0; k < nodes.length; k++) {
      differences(field, nodes, k, product);
      weights[k] = Math.scalb(field.inverse(product.value()), -product.exponent());
    }
    return weights;
  }

  /**
   * The coefficients of ℓ(x) = Π_k (x − x_k) from the constant term up, in O(n²); the last is 1.
   *
   * @param nodes not modified; repeated nodes give repeated roots
   * @return n + 1 coefficients, a new array
   */
  public static double[] nodePolynomial(Field field, double[] nodes) {
    double[] result = new double[nodes.length + 1];
    result[0] = 1;
    for (int k = 0; k < nodes.length; k++) {
      for (int j = k + 1; j > 0; j--) {
        result[j] = field.subtract(result[j - 1], field.multiply(nodes[k], result[j]));
      }
      result[0] = field.multiply(-nodes[k], result[0]);
    }
    return result;
  }

  /** Π_{j≠k} (x_k − x_j) into {@code product}. */
  static void differences(Field field, double[] nodes, int k, ScaledProduct product) {
    product.reset();
    for (int j = 0; j < nodes.length; j++) {
      if (j != k) {
        double difference = field.subtract(nodes[k], nodes[j]);
        if (difference == 0) {
          throw new ArithmeticException(
              "nodes %d and %d of %d are equal: %s"
                  .formatted(Math.min(j, k), Math.max(j, k), nodes.length, nodes[k]));
        }
        product.multiply(difference);
      }
    }
  }

  /** The index of {@code point} among the nodes, or −1. */
  static int indexOf(double[] nodes, double point) {
    for (int k = 0; k < nodes.length; k++) {
      if (nodes[k] == point) {
        return k;
      }
    }
    return -1;
  }
}
