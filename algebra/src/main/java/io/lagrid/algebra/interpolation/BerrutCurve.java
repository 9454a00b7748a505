package io.lagrid.algebra.interpolation;

import io.lagrid.algebra.matrix.Matrix;
import java.util.Arrays;

/**
 * Berrut's rational interpolant r(z) = Σ_k s_k/(z − x_k)·y_k / Σ_k s_k/(z − x_k) with signs s_k =
 * (−1)^k that alternate in order of position. It has no pole on the line, and at a node it is that
 * node's value.
 *
 * <p>The signs are renumbered over the nodes given, whatever their order: with the signs that a
 * larger set of nodes had, two neighbours may share one, and then there is a pole between them.
 *
 * <p>Needs one node. O(n) a point. Source: J.-P. Berrut, Rational functions for guaranteed and
 * experimentally well-conditioned global interpolation, 1988. Immutable and thread-safe.
 */
public final class BerrutCurve implements Curve {

  /** Points this near to a node, in units of the nodes' spread, count as the node. */
  private static final double SAME = 0x1p-50;

  @Override
  public Matrix coefficients(double[] nodes, double[] points) {
    int[] order = Nodes.order(nodes, 1);
    double spread = nodes[order[nodes.length - 1]] - nodes[order[0]];
    Matrix result = Matrix.zeros(points.length, nodes.length);
    double[] weights = new double[nodes.length];
    for (int i = 0; i < points.length; i++) {
      write(nodes, order, points[i], SAME * spread, weights);
      System.arraycopy(weights, 0, result.data(), i * nodes.length, nodes.length);
    }
    return result;
  }

  private static void write(
      double[] nodes, int[] order, double point, double same, double[] weights) {
    double sum = 0;
    double sign = 1;
    for (int k : order) {
      double distance = point - nodes[k];
      if (Math.abs(distance) <= same) {
        Arrays.fill(weights, 0);
        weights[k] = 1;
        return;
      }
      weights[k] = sign / distance;
      sum += weights[k];
      sign = -sign;
    }
    for (int k = 0; k < weights.length; k++) {
      weights[k] /= sum;
    }
  }
}
