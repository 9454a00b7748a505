package io.lagrid.codes.approximate;

import io.lagrid.algebra.interpolation.BerrutCurve;
import io.lagrid.algebra.interpolation.Curve;
import io.lagrid.algebra.interpolation.SmoothingSpline;

/** The curves that codes for any function draw, by the names of their codes. */
public enum CurveScheme {
  /**
   * Berrut's rational interpolant. Without noise its mean squared error falls about like N^−3;
   * with noise it does not fall below the noise's, since it passes through every answer. Source:
   * Jahani-Nezhad and Maddah-Ali, Berrut approximated coded computing: straggler resistance beyond
   * polynomial computing, 2023.
   */
  BERRUT("berrut", 1) {
    @Override
    Curve curve(double smoothing) {
      return new BerrutCurve();
    }
  },
  /**
   * Natural cubic smoothing splines. Without noise (tiny λ) the worst error falls like S³N^−3, with
   * noise and λ ~ N^(−4/5) the mean squared error like S^(8/5)·N^(−3/5), without a floor. Source:
   * Moradi, Tahmasebi and Maddah-Ali, Coded computing for resilient distributed computing: a
   * learning-theoretic framework, 2024.
   */
  SPLINE("spline", 2) {
    @Override
    Curve curve(double smoothing) {
      return new SmoothingSpline(smoothing);
    }
  };

  private final String code;
  private final int quorum;

  CurveScheme(String code, int quorum) {
    this.code = code;
    this.quorum = quorum;
  }

  abstract Curve curve(double smoothing);

  /** The code's name. */
  public String code() {
    return code;
  }

  /** How many answers give some estimate. */
  public int quorum() {
    return quorum;
  }
}
