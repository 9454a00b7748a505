package io.lagrid.algebra.interpolation;

import io.lagrid.algebra.matrix.Matrix;

/**
 * A rule that draws a curve by values at nodes, linear in the values.
 *
 * <p>Implementations are immutable and thread-safe.
 */
@FunctionalInterface
public interface Curve {

  /**
   * The map from values at the nodes to the curve's values at other points.
   *
   * @param nodes n distinct reals in any order; not modified
   * @param points m reals, inside or outside of the nodes' range; not modified
   * @return m×n, a new matrix; every row sums to 1
   * @throws IllegalArgumentException if there are too few nodes for this rule, or two are equal
   */
  Matrix coefficients(double[] nodes, double[] points);
}
