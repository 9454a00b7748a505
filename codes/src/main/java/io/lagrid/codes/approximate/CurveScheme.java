package io.lagrid.codes.approximate;

import io.lagrid.algebra.interpolation.BerrutCurve;
import io.lagrid.algebra.interpolation.Curve;
import io.lagrid.algebra.interpolation.SmoothingSpline;
import io.lagrid.codes.CodeDescription;

/** The curves that codes for any function draw, by the names of their codes. */
@SuppressWarnings("ImmutableEnumChecker") // a description is a record of strings
public enum CurveScheme {
  /**
   * Berrut's rational interpolants: the first one through the data, the second one, whose ends
   * weigh half, through the answers. Without noise the mean squared error falls like N^−4, and like
   * N^−2 with full weights at the ends of the answers; with noise it does not fall below the
   * noise's, since it passes through every answer. Source: Jahani-Nezhad and Maddah-Ali, Berrut
   * approximated coded computing: straggler resistance beyond polynomial computing, 2023, which
   * decodes by the first interpolant.
   */
  BERRUT(
      new CodeDescription(
          "berrut",
          "any function, any number of answers, approximately; no noise in the answers",
          "1, better with every further answer",
          "Jahani-Nezhad, Maddah-Ali: Berrut Approximated Coded Computing: Straggler Resistance"
              + " beyond Polynomial Computing, 2023"),
      1) {
    @Override
    Curve encoder(double smoothing) {
      return BerrutCurve.first();
    }

    @Override
    Curve decoder(double smoothing) {
      return BerrutCurve.second();
    }
  },
  /**
   * Natural cubic smoothing splines. Without noise (tiny λ) the worst error falls like S³N^−3, with
   * noise and λ ~ N^(−4/5) the mean squared error like S^(8/5)·N^(−3/5), without a floor. Source:
   * Moradi, Tahmasebi and Maddah-Ali, Coded computing for resilient distributed computing: a
   * learning-theoretic framework, 2024.
   */
  SPLINE(
      new CodeDescription(
          "spline",
          "any function, any number of answers, approximately; smooths noise away",
          "2, better with every further answer",
          "Moradi, Tahmasebi, Maddah-Ali: Coded Computing for Resilient Distributed Computing: A"
              + " Learning-Theoretic Framework, 2024"),
      2) {
    @Override
    Curve encoder(double smoothing) {
      return new SmoothingSpline(smoothing);
    }

    @Override
    Curve decoder(double smoothing) {
      return new SmoothingSpline(smoothing);
    }
  };

  private final CodeDescription description;
  private final int quorum;

  CurveScheme(CodeDescription description, int quorum) {
    this.description = description;
    this.quorum = quorum;
  }

  /** The rule for curves through data blocks. */
  abstract Curve encoder(double smoothing);

  /** The rule for curves through answers. */
  abstract Curve decoder(double smoothing);

  /** The code's name. */
  public String code() {
    return description.name();
  }

  /** Name, purpose, quorum and source. */
  public CodeDescription description() {
    return description;
  }

  /** How many answers give some estimate. */
  public int quorum() {
    return quorum;
  }
}
