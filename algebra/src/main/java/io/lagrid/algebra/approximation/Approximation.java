package io.lagrid.algebra.approximation;

import java.util.function.DoubleUnaryOperator;

/**
 * A polynomial in place of a function, and how far off it is.
 *
 * @param polynomial on its interval
 * @param maximumError the largest |polynomial − function| found on the interval: over a grid of
 *     {@value #GRID} points, denser towards the ends, ends and middle included, and refined around
 *     the largest
 */
public record Approximation(ChebyshevSeries polynomial, double maximumError) {

  /** How many points the error is measured at. */
  public static final int GRID = 20_001;

  /** Leading terms below this part of the error are not worth their degree. */
  private static final double NEGLIGIBLE = 1e-9;

  /**
   * A polynomial and its measured error. Leading terms that are zero to rounding, or change the
   * error by no more than a billionth of it, are left out first, as those of even degree are for an
   * odd function: every degree costs answers.
   */
  public static Approximation measured(ChebyshevSeries polynomial, DoubleUnaryOperator function) {
    double error = error(polynomial, function);
    ChebyshevSeries shorter = polynomial.without(NEGLIGIBLE * error);
    return shorter.degree() == polynomial.degree()
        ? new Approximation(polynomial, error)
        : new Approximation(shorter, error(shorter, function));
  }

  private static double error(ChebyshevSeries polynomial, DoubleUnaryOperator function) {
    return ErrorCurve.of(function, polynomial, polynomial.low(), polynomial.high(), GRID).largest();
  }

  /** The Chebyshev series of the function, cut off at the degree; {@link #measured}. */
  public static Approximation series(
      DoubleUnaryOperator function, double low, double high, int degree) {
    return measured(ChebyshevSeries.of(function, low, high, degree), function);
  }

  /**
   * The best polynomial of that degree or less; {@link #measured}.
   *
   * @param function continuous on the interval
   */
  public static Approximation minimax(
      DoubleUnaryOperator function, double low, double high, int degree) {
    return measured(new Remez(function, low, high, degree).solve(), function);
  }

  /**
   * The best polynomial of the smallest degree whose error is at most the target.
   *
   * @param target positive and finite
   * @param largestDegree at least 0
   * @throws IllegalArgumentException if no degree up to the largest reaches it; the message says
   *     what the largest reaches
   */
  public static Approximation within(
      DoubleUnaryOperator function, double low, double high, double target, int largestDegree) {
    if (!(target > 0 && target < Double.POSITIVE_INFINITY) || largestDegree < 0) {
      throw new IllegalArgumentException(
          "an error of %s by degree %d or less; a positive, finite error by degree 0 or more is legal"
              .formatted(target, largestDegree));
    }
    Approximation best = minimax(function, low, high, 0);
    for (int degree = 1; degree <= largestDegree && best.maximumError() > target; degree++) {
      best = minimax(function, low, high, degree);
    }
    if (best.maximumError() > target) {
      throw new IllegalArgumentException(
          "no polynomial of degree %d or less is within %s on [%s, %s]; the best is off by %s"
              .formatted(largestDegree, target, low, high, best.maximumError()));
    }
    return best;
  }
}
