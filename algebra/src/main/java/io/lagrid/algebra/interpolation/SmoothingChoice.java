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
    List<double[]> sorted = values.stream().map(each -> Nodes.at(order, each)).toList();
    double spread = knots[knots.length - 1] - knots[0];
    double unit = spread * spread * spread;
    double best = 0;
    double least = score(knots, sorted, 0);
    for (int step = 0; step <= DECADES * PER_DECADE; step++) {
      double smoothing = unit * Math.pow(10, (double) step / PER_DECADE - DECADES + 2);
      double score = score(knots, sorted, smoothing);
      if (score < least) {
        least = score;
        best = smoothing;
      }
    }
    return best;
  }

  private static double score(double[] knots, List<double[]> values, double smoothing) {
    SplineFit fit = new SplineFit(knots, smoothing);
    return values.stream().mapToDouble(fit::score).sum();
  }
}
