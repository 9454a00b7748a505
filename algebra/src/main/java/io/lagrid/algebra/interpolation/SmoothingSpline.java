package io.lagrid.algebra.interpolation;

import io.lagrid.algebra.matrix.Matrix;
import java.util.Arrays;

/**
 * The natural cubic smoothing spline: among all curves the one that minimises
 *
 * <pre>1/n·Σ_i (y_i − g(x_i))² + λ·∫ |g''(t)|² dt.</pre>
 *
 * <p>λ multiplies the integral against the <em>mean</em> squared residual. λ = 0 is the natural
 * interpolating spline, λ → ∞ the straight line of least squares. Outside the nodes' range it goes
 * on as a straight line. It is solved for by Reinsch's banded system, O(n) a right-hand side.
 *
 * <p>Needs two nodes. Sources: C. H. Reinsch, Smoothing by spline functions, 1967; P. J. Green and
 * B. W. Silverman, Nonparametric regression and generalized linear models, 1994, chapter 2.
 * Immutable and thread-safe.
 *
 * @param smoothing λ ≥ 0, in the units of x³
 */
public record SmoothingSpline(double smoothing) implements Curve {

  /** Checks that λ is finite and not negative. */
  public SmoothingSpline {
    if (!(smoothing >= 0 && smoothing < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "smoothing λ = " + smoothing + "; 0 or more, and finite, is legal");
    }
  }

  @Override
  public Matrix coefficients(double[] nodes, double[] points) {
    int[] order = Nodes.order(nodes, 2);
    SplineFit fit = new SplineFit(Nodes.at(order, nodes), smoothing);
    Matrix result = Matrix.zeros(points.length, nodes.length);
    double[] unit = new double[nodes.length];
    for (int k = 0; k < nodes.length; k++) {
      Arrays.fill(unit, 0);
      unit[k] = 1;
      double[] values = fit.fit(unit).values(points);
      for (int i = 0; i < points.length; i++) {
        result.set(i, order[k], values[i]);
      }
    }
    return result;
  }
}
