package io.lagrid.engine.plan;

import io.lagrid.codes.decode.ResponderSurvey;

/**
 * How precise a result will be, before there are operands and whoever answers.
 *
 * @param bounds on the error in units of the report's error bound; 0 for exact integers, NaN if
 *     none is known
 * @param estimates for codes that estimate, of the error found on a smooth example, relative to the
 *     values' root mean square; NaN for all others
 */
public record PlanPrecision(ResponderSurvey bounds, ResponderSurvey estimates) {

  private static final ResponderSurvey NONE = ResponderSurvey.constant(Double.NaN);

  /** Nothing is known. */
  public static final PlanPrecision UNKNOWN = new PlanPrecision(NONE, NONE);

  /** The same bound for all sets of responders. */
  public static PlanPrecision bound(double errorBound) {
    return bound(ResponderSurvey.constant(errorBound));
  }

  /** Bounds. */
  public static PlanPrecision bound(ResponderSurvey bounds) {
    return new PlanPrecision(bounds, NONE);
  }

  /** Estimates that are no bounds. */
  public static PlanPrecision estimate(ResponderSurvey estimates) {
    return new PlanPrecision(NONE, estimates);
  }

  /** The bound at the worst set of responders. */
  public double errorBound() {
    return bounds.worst();
  }

  /** The estimate at the worst set of responders. */
  public double relativeError() {
    return estimates.worst();
  }
}
