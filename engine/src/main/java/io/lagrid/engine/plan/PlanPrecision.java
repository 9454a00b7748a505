package io.lagrid.engine.plan;

/**
 * How precise a result will be, before there are operands.
 *
 * @param errorBound bound on the error in units of the report's error bound; 0 for exact integers,
 *     NaN if none is known
 * @param relativeError for codes that estimate, the error found on a smooth example, relative to
 *     the values' root mean square; NaN for all others
 */
public record PlanPrecision(double errorBound, double relativeError) {

  /** A bound. */
  public static PlanPrecision bound(double errorBound) {
    return new PlanPrecision(errorBound, Double.NaN);
  }

  /** An estimate that is no bound. */
  public static PlanPrecision estimate(double relativeError) {
    return new PlanPrecision(Double.NaN, relativeError);
  }
}
