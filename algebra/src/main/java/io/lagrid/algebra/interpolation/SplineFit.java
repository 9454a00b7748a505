package io.lagrid.algebra.interpolation;

import java.util.Arrays;

/**
 * Smoothing splines over fixed ascending knots with fixed smoothing: fits any number of value
 * vectors, and judges them by cross-validation.
 *
 * <p>Source of the latter: P. Craven and G. Wahba, Smoothing noisy data with spline functions,
 * 1979.
 *
 * <p>Immutable and thread-safe.
 */
public final class SplineFit {

  private final double[] knots;
  private final double weight;
  private final SplineBands bands;
  private final double[] leverages;

  /**
   * Factors the system of {@link SmoothingSpline}.
   *
   * @param knots at least two, ascending; copied
   * @param smoothing λ ≥ 0
   */
  public SplineFit(double[] knots, double smoothing) {
    this.knots = knots.clone();
    this.weight = smoothing * knots.length;
    this.bands = new SplineBands(knots, weight);
    this.leverages = bands.leverages();
  }

  /** Fitted curves: their values and second derivatives at the knots, knot by knot. */
  public final class Fitted {

    private final double[] fitted;
    private final double[] curvatures;
    private final int curves;

    private Fitted(double[] fitted, double[] curvatures, int curves) {
      this.fitted = fitted;
      this.curvatures = curvatures;
      this.curves = curves;
    }

    /**
     * What the values at knot i differ from the curves fitted without them: (y_i − g(x_i))/(1 −
     * H_ii), where H is the map from values to fitted values. Both vanish with λ and their quotient
     * does not, so this is defined for interpolation too. There must be at least three knots.
     *
     * @return one per curve; a new array
     */
    public double[] leaveOutResiduals(int i) {
      double[] residuals = new double[curves];
      bands.addSpreads(curvatures, i, residuals);
      for (int c = 0; c < curves; c++) {
        residuals[c] /= leverages[i];
      }
      return residuals;
    }

    /**
     * The first curve's values.
     *
     * @param points anywhere; not modified
     */
    public double[] values(double[] points) {
      return Arrays.stream(points).map(this::value).toArray();
    }

    /** The first curve's value at a point. */
    public double value(double point) {
      return value(point, 0);
    }

    /** A curve's value at a point. */
    public double value(double point, int curve) {
      int last = knots.length - 1;
      if (point <= knots[0]) {
        double slope = slope(0, curve) - bands.gap(0) / 6 * curvature(1, curve);
        return fitted[curve] + (point - knots[0]) * slope;
      }
      if (point >= knots[last]) {
        double gap = bands.gap(last - 1);
        double slope = slope(last - 1, curve) + gap / 6 * curvature(last - 1, curve);
        return fitted[last * curves + curve] + (point - knots[last]) * slope;
      }
      int at = Arrays.binarySearch(knots, point);
      return between(at >= 0 ? Math.min(at, last - 1) : -at - 2, point, curve);
    }

    private double between(int i, double point, int curve) {
      double gap = bands.gap(i);
      double left = point - knots[i];
      double right = knots[i + 1] - point;
      double here = fitted[i * curves + curve];
      double line = (left * fitted[(i + 1) * curves + curve] + right * here) / gap;
      double bend =
          (1 + left / gap) * curvature(i + 1, curve) + (1 + right / gap) * curvature(i, curve);
      return line - left * right / 6 * bend;
    }

    private double slope(int i, int curve) {
      return (fitted[(i + 1) * curves + curve] - fitted[i * curves + curve]) / bands.gap(i);
    }

    private double curvature(int i, int curve) {
      return i == 0 || i == knots.length - 1 ? 0 : curvatures[(i - 1) * curves + curve];
    }
  }

  /**
   * The curve fitted to values at the knots.
   *
   * @param values one per knot; not modified
   */
  public Fitted fit(double[] values) {
    return fit(values, 1);
  }

  /**
   * Several curves fitted to values at the knots.
   *
   * @param values knot by knot one per curve; not modified
   * @param curves how many, positive
   */
  public Fitted fit(double[] values, int curves) {
    if (values.length != knots.length * curves) {
      throw new IllegalArgumentException(
          "%d values of %d curves at %d knots".formatted(values.length, curves, knots.length));
    }
    double[] curvatures = bands.curvatures(values, curves);
    double[] fitted = values.clone();
    double[] spreads = new double[curves];
    for (int i = 0; i < knots.length && weight > 0; i++) {
      Arrays.fill(spreads, 0);
      bands.addSpreads(curvatures, i, spreads);
      for (int c = 0; c < curves; c++) {
        fitted[i * curves + c] -= weight * spreads[c];
      }
    }
    return new Fitted(fitted, curvatures, curves);
  }

  /**
   * The generalised cross-validation score n·Σ r_i² / (Σ (1 − H_ii))², r the residuals: the mean
   * squared leave-out residual, but with all knots counting alike. Defined for λ = 0 as its limit.
   *
   * @param values knot by knot one per curve, at least three knots; not modified
   * @param curves how many, positive
   * @return the sum over the curves
   */
  public double score(double[] values, int curves) {
    double[] curvatures = bands.curvatures(values, curves);
    double[] spreads = new double[curves];
    double squares = 0;
    for (int i = 0; i < knots.length; i++) {
      Arrays.fill(spreads, 0);
      bands.addSpreads(curvatures, i, spreads);
      for (double spread : spreads) {
        squares += spread * spread;
      }
    }
    double slack = Arrays.stream(leverages).sum();
    return knots.length * squares / (slack * slack);
  }
}
