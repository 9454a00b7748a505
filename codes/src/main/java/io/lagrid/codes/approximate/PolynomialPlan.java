package io.lagrid.codes.approximate;

import io.lagrid.algebra.approximation.Approximation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The other way to compute any function entry by entry: a polynomial in its place, evaluated
 * exactly by Lagrange coded computing. The error is that of the polynomial, and the degree sets the
 * recovery threshold R = (K + T − 1)·degree + 1.
 *
 * @param approximation the polynomial and its measured maximum error
 * @param dataPoints K
 * @param colluders T
 */
public record PolynomialPlan(Approximation approximation, int dataPoints, int colluders) {

  /** Checks K ≥ 1 and T ≥ 0. */
  public PolynomialPlan {
    if (dataPoints < 1 || colluders < 0) {
      throw new IllegalArgumentException(
          "K = %d, T = %d; K ≥ 1 and T ≥ 0 are legal".formatted(dataPoints, colluders));
    }
  }

  /** The polynomial's degree. */
  public int degree() {
    return approximation.polynomial().degree();
  }

  /** R = (K + T − 1)·degree + 1. */
  public long recoveryThreshold() {
    return (dataPoints + colluders - 1L) * degree() + 1;
  }

  /**
   * R of a composition of layers, each computed by its polynomial between linear maps that the
   * workers apply: degrees multiply.
   *
   * @param layers at least one, of equal K and T; other counts than the first's are not looked at
   */
  public static long composedThreshold(List<PolynomialPlan> layers) {
    PolynomialPlan first = layers.get(0);
    long degree = 1;
    for (PolynomialPlan layer : layers) {
      degree = Math.multiplyExact(degree, layer.degree());
    }
    return Math.addExact(
        Math.multiplyExact(first.dataPoints() + first.colluders() - 1L, degree), 1);
  }

  /**
   * Error against threshold: the best polynomial of every degree from 1 to a largest one, without
   * the degrees that are no better than the one before, such as the even ones of an odd function.
   *
   * @param function continuous on [low, high], where all entries must lie
   */
  public static List<PolynomialPlan> byDegree(
      DoubleUnaryOperator function, Interval interval, int largestDegree, int dataPoints) {
    List<PolynomialPlan> plans = new ArrayList<>();
    for (int degree = 1; degree <= largestDegree; degree++) {
      Approximation best = Approximation.minimax(function, interval.low(), interval.high(), degree);
      if (plans.isEmpty() || best.polynomial().degree() > plans.get(plans.size() - 1).degree()) {
        plans.add(new PolynomialPlan(best, dataPoints, 0));
      }
    }
    return List.copyOf(plans);
  }

  /** The same plan with T colluders. */
  public PolynomialPlan hiddenFrom(int count) {
    return new PolynomialPlan(approximation, dataPoints, count);
  }

  /** Where a function's arguments lie. */
  public record Interval(double low, double high) {}
}
