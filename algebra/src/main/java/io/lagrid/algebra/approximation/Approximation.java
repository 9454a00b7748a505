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

  /** A polynomial and its measured error. */
  public static Approximation measured(ChebyshevSeries polynomial, DoubleUnaryOperator function) {
    return new Approximation(
        polynomial,
        ErrorCurve.of(function, polynomial, polynomial.low(), polynomial.high(), GRID).largest());
  }

  /** The Chebyshev series of the function, cut off at the degree. */
  public static Approximation series(
      DoubleUnaryOperator function, double low, double high, int degree) {
    return measured(ChebyshevSeries.of(function, low, high, degree), function);
  }

  /**
   * The best polynomial of that degree or less.
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
   * @throws IllegalArgumentException if no degree up to the largest reaches it; the message says
   *     what the largest reaches
   */
  public static Approximation within(
      DoubleUnaryOperator function, double low, double high, double target, int largestDegree) {
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
