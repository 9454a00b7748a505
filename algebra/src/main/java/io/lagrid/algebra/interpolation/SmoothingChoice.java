package io.lagrid.algebra.interpolation;

import java.util.List;

/**
 * Chooses the smoothing λ of a spline from the values themselves: the candidate with the smallest
 * generalised cross-validation score, summed over all value vectors. Without noise that is the
 * smallest λ, with noise the one that smooths it away and no more.
 *
 * <p>O(n) per vector and candidate. Stateless and thread-safe.
 */
public final class SmoothingChoice {

  private static final int DECADES = 16;
  private static final int PER_DECADE = 3;

  private SmoothingChoice() {}

  /**
   * λ for values at nodes.
   *
   * @param nodes at least three, distinct, in any order; not modified
   * @param values vectors of one value per node, in the order of the nodes; not modified
   * @return 0, or between 10^−14 and 100 times the cube of the nodes' spread
   */
  public static double choose(double[] nodes, List<double[]> values) {
    int[] order = Nodes.order(nodes, 3);
    double[] knots = Nodes.at(order, nodes);
    double[] sorted = sideBySide(order, values);
    double spread = knots[knots.length - 1] - knots[0];
    double unit = spread * spread * spread;
    double best = 0;
    double least = new SplineFit(knots, 0).score(sorted, values.size());
    for (int step = 0; step <= DECADES * PER_DECADE; step++) {
      double smoothing = unit * Math.pow(10, (double) step / PER_DECADE - DECADES + 2);
      double score = new SplineFit(knots, smoothing).score(sorted, values.size());
      if (score < least) {
        least = score;
        best = smoothing;
      }
    }
    return best;
  }

  /** Node by node, in that order, one value of each vector. */
  private static double[] sideBySide(int[] order, List<double[]> values) {
    double[] rows = new double[order.length * values.size()];
    for (int v = 0; v < values.size(); v++) {
      double[] sorted = Nodes.at(order, values.get(v));
      for (int i = 0; i < order.length; i++) {
        rows[i * values.size() + v] = sorted[i];
      }
    }
    return rows;
  }
}
