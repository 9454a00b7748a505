package io.lagrid.algebra.approximation;

import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.linear.Chebyshev;
import io.lagrid.algebra.linear.LinearSystems;
import io.lagrid.algebra.matrix.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The best uniform approximation of a continuous function by polynomials of degree d, by Remez's
 * exchange: the polynomial whose errors at d + 2 points are equal with alternating signs is found,
 * the points are exchanged for the extrema of its error, and so on. The best polynomial is the one
 * whose error alternates d + 2 times at its maximum (Chebyshev).
 *
 * <p>Sources: E. Remez, Sur la détermination des polynômes d'approximation de degré donnée, 1934;
 * R. Pachón and L. N. Trefethen, Barycentric-Remez algorithms for best polynomial approximation,
 * 2009. Confined to one thread.
 */
final class Remez {

  private static final int ROUNDS = 100;
  private static final double LEVEL = 1e-9;
  private static final double SKEW = 0.03;

  private final DoubleUnaryOperator function;
  private final double low;
  private final double high;
  private final int degree;

  Remez(DoubleUnaryOperator function, double low, double high, int degree) {
    if (degree < 0) {
      throw new IllegalArgumentException("a polynomial of degree " + degree);
    }
    this.function = function;
    this.low = low;
    this.high = high;
    this.degree = degree;
  }

  /** The best polynomial found: the one with the smallest maximum error of all rounds. */
  ChebyshevSeries solve() {
    ChebyshevSeries best = ChebyshevSeries.of(function, low, high, degree);
    double smallest = curve(best).largest();
    double[] reference = start();
    for (int round = 0; round < ROUNDS; round++) {
      double[] solution = levelled(reference);
      ChebyshevSeries candidate =
          new ChebyshevSeries(low, high, Arrays.copyOf(solution, degree + 1));
      ErrorCurve curve = curve(candidate);
      double largest = curve.largest();
      if (largest < smallest) {
        smallest = largest;
        best = candidate;
      }
      List<Double> extrema = curve.extrema();
      if (largest <= Math.abs(solution[degree + 1]) * (1 + LEVEL) || extrema.size() < degree + 2) {
        break; // level, or nothing left but roundings
      }
      reference = exchange(curve, extrema);
    }
    return best;
  }

  /**
   * The extrema of T_(d+1), a little out of symmetry: on symmetric points an odd or even function
   * may be interpolated, so that no error is left to exchange by.
   */
  private double[] start() {
    double[] reference = Chebyshev.extrema(degree + 2);
    for (int i = 0; i < reference.length; i++) {
      double t = -reference[i];
      reference[i] = ChebyshevSeries.fromUnit(low, high, t + SKEW * (1 - t * t));
    }
    return reference;
  }

  private ErrorCurve curve(ChebyshevSeries polynomial) {
    return ErrorCurve.of(function, polynomial, low, high, 64 * (degree + 2) + 1);
  }

  /** c_0, …, c_d and e with p(x_i) + (−1)^i·e = f(x_i). */
  private double[] levelled(double[] reference) {
    double[] unit = new double[reference.length];
    Matrix right = Matrix.zeros(unit.length, 1);
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (2 * reference[i] - low - high) / (high - low);
      right.set(i, 0, function.applyAsDouble(reference[i]));
    }
    Matrix system = Chebyshev.values(unit, degree + 2);
    for (int i = 0; i < unit.length; i++) {
      system.set(i, degree + 1, i % 2 == 0 ? 1 : -1);
    }
    return LinearSystems.solve(RealField.instance(), system, right).toArray();
  }

  /** d + 2 neighbouring extrema: from the ends, the smaller errors are dropped. */
  private double[] exchange(ErrorCurve curve, List<Double> extrema) {
    List<Double> kept = new ArrayList<>(extrema);
    while (kept.size() > degree + 2) {
      double first = Math.abs(curve.at(kept.get(0)));
      double last = Math.abs(curve.at(kept.get(kept.size() - 1)));
      kept.remove(first < last ? 0 : kept.size() - 1);
    }
    return kept.stream().mapToDouble(x -> x).toArray();
  }
}
