package io.lagrid.algebra.interpolation;

import io.lagrid.algebra.matrix.Matrix;
import java.util.Arrays;

/**
 * Berrut's rational interpolants r(z) = Σ_k w_k/(z − x_k)·y_k / Σ_k w_k/(z − x_k), with weights w_k
 * that alternate in sign in order of position, x_0 &lt; … &lt; x_n. At a node it is that node's
 * value. In the {@link #first} one all |w_k| are 1. In the {@link #second} one those of x_0 and x_n
 * are 1/2, but 1 for points beyond that end.
 *
 * <p>Neither has a pole on the line, whatever the nodes. Let x_j &lt; z &lt; x_(j+1). The terms of
 * the denominator left of z, from x_j outwards, are (−1)^j·|w_j|/(z − x_j) and others of
 * alternating signs; distances grow outwards and weights do not, so their sizes fall strictly, and
 * their sum has the sign of the first, (−1)^j. The terms right of z begin with
 * (−1)^(j+1)·|w_(j+1)|/(z − x_(j+1)), of the sign (−1)^j too, and have that sign together for the
 * same reason. Two sums of one sign are not 0. Beyond an end all terms are on one side, and as the
 * end's weight is then 1, their sizes fall as well. (With 1/2 they need not: nodes −1, 0.9 and 1
 * have a pole at 10/9.)
 *
 * <p>The difference is in the error of a smooth g. With g[x, z] = (g(x) − g(z))/(x − z), it is Σ
 * w_k·g[x_k, z] over the denominator, which is of the size of one over the gap at z. If weights are
 * all 1, that sum keeps ½g[x_0, z] ± ½g[x_n, z], however near the nodes are. With halved ends it is
 * ½Σ (−1)^k·(g[x_k, z] − g[x_(k+1), z]), an alternating sum of differences that are as small as the
 * gaps, and cancel each other where gaps change slowly: at the extrema of a Chebyshev polynomial it
 * is polynomial interpolation. For z between the nodes, h the largest gap and β the most times that
 * an inner gap is the larger of its two neighbours, the second interpolant misses g by at most
 * h·max(2, 1 + β)·(x_n − x_0)·max|g''|/4: the differences are gaps times divided differences of
 * second order, and the denominator is bounded as by M. S. Floater and K. Hormann, Barycentric
 * rational interpolation with no poles and high rates of approximation, 2007, Theorem 3.
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

  private final double endWeight;

  private BerrutCurve(double endWeight) {
    this.endWeight = endWeight;
  }

  /** With weights of 1 alone. */
  public static BerrutCurve first() {
    return new BerrutCurve(1);
  }

  /** With weights of 1/2 at the two ends. */
  public static BerrutCurve second() {
    return new BerrutCurve(0.5);
  }

  @Override
  public Matrix coefficients(double[] nodes, double[] points) {
    int[] order = Nodes.order(nodes, 1);
    Matrix result = Matrix.zeros(points.length, nodes.length);
    double[] row = new double[nodes.length];
    for (int i = 0; i < points.length; i++) {
      write(nodes, order, points[i], row);
      System.arraycopy(row, 0, result.data(), i * nodes.length, nodes.length);
    }
    return result;
  }

  private void write(double[] nodes, int[] order, double point, double[] row) {
    double low = nodes[order[0]];
    double high = nodes[order[order.length - 1]];
    double sum = 0;
    double sign = 1;
    for (int k : order) {
      double distance = point - nodes[k];
      if (Math.abs(distance) <= SAME * (high - low)) {
        Arrays.fill(row, 0);
        row[k] = 1;
        return;
      }
      boolean halved = (nodes[k] == low && point > low) || (nodes[k] == high && point < high);
      row[k] = (halved ? endWeight : 1) * sign / distance;
      sum += row[k];
      sign = -sign;
    }
    for (int k = 0; k < row.length; k++) {
      row[k] /= sum;
    }
  }
}
