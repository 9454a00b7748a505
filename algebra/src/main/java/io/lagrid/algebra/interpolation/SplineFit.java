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

  /** A fitted curve: its values and second derivatives at the knots. */
  public final class Fitted {

    private final double[] fitted;
    private final double[] curvatures;

    private Fitted(double[] fitted, double[] curvatures) {
      this.fitted = fitted;
      this.curvatures = curvatures;
    }

    /**
     * The curve's values.
     *
     * @param points anywhere; not modified
     */
    public double[] values(double[] points) {
      return Arrays.stream(points).map(this::value).toArray();
    }

    /** The curve's value at a point. */
    public double value(double point) {
      int last = knots.length - 1;
      if (point <= knots[0]) {
        return fitted[0] + (point - knots[0]) * (slope(0) - bands.gap(0) / 6 * curvature(1));
      }
      if (point >= knots[last]) {
        double end = slope(last - 1) + bands.gap(last - 1) / 6 * curvature(last - 1);
        return fitted[last] + (point - knots[last]) * end;
      }
      int at = Arrays.binarySearch(knots, point);
      int i = at >= 0 ? Math.min(at, last - 1) : -at - 2;
      return between(i, point);
    }

    private double between(int i, double point) {
      double gap = bands.gap(i);
      double left = point - knots[i];
      double right = knots[i + 1] - point;
      double line = (left * fitted[i + 1] + right * fitted[i]) / gap;
      double bend = (1 + left / gap) * curvature(i + 1) + (1 + right / gap) * curvature(i);
      return line - left * right / 6 * bend;
    }

    private double slope(int i) {
      return (fitted[i + 1] - fitted[i]) / bands.gap(i);
    }

    private double curvature(int i) {
      return i == 0 || i == knots.length - 1 ? 0 : curvatures[i - 1];
    }
  }

  /**
   * The curve fitted to values at the knots.
   *
   * @param values one per knot; not modified
   */
  public Fitted fit(double[] values) {
    if (values.length != knots.length) {
      throw new IllegalArgumentException(
          "%d values at %d knots".formatted(values.length, knots.length));
    }
    double[] curvatures = bands.curvatures(values);
    double[] fitted = values.clone();
    for (int i = 0; i < fitted.length && weight > 0; i++) {
      fitted[i] -= weight * bands.spread(curvatures, i);
    }
    return new Fitted(fitted, curvatures);
  }

  /**
   * Per knot, what its value differs from the curve fitted without it: (y_i − g(x_i))/(1 − H_ii),
   * where H is the map from values to fitted values. Both vanish with λ and their quotient does
   * not, so this is defined for interpolation too.
   *
   * @param values one per knot, at least three; not modified
   */
  public double[] leaveOutResiduals(double[] values) {
    double[] residuals = spreads(values);
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] /= leverages[i];
    }
    return residuals;
  }

  /**
   * The generalised cross-validation score n·Σ r_i² / (Σ (1 − H_ii))², r the residuals: the mean
   * squared leave-out residual, but with all knots counting alike. Defined for λ = 0 as its limit.
   *
   * @param values one per knot, at least three; not modified
   */
  public double score(double[] values) {
    double squares = 0;
    for (double spread : spreads(values)) {
      squares += spread * spread;
    }
    double slack = Arrays.stream(leverages).sum();
    return knots.length * squares / (slack * slack);
  }

  /** Qγ: the residuals divided by nλ. */
  private double[] spreads(double[] values) {
    double[] curvatures = bands.curvatures(values);
    double[] spreads = new double[values.length];
    for (int i = 0; i < spreads.length; i++) {
      spreads[i] = bands.spread(curvatures, i);
    }
    return spreads;
  }
}
