package io.lagrid.algebra.approximation;

import io.lagrid.algebra.linear.Chebyshev;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** The difference of a function and a polynomial on a grid, and its extrema. Immutable. */
final class ErrorCurve {

  private static final int REFINEMENTS = 60;

  private final DoubleUnaryOperator difference;
  private final double[] grid;
  private final double[] errors;

  private ErrorCurve(DoubleUnaryOperator difference, double[] grid) {
    this.difference = difference;
    this.grid = grid;
    this.errors = new double[grid.length];
    for (int i = 0; i < grid.length; i++) {
      errors[i] = difference.applyAsDouble(grid[i]);
      if (!Double.isFinite(errors[i])) {
        throw new IllegalArgumentException(
            "the function has no finite value at "
                + grid[i]
                + ", so no polynomial approximates it");
      }
    }
  }

  /** Function − polynomial at {@code count} points, odd so that the middle is one. */
  static ErrorCurve of(
      DoubleUnaryOperator function,
      DoubleUnaryOperator polynomial,
      double low,
      double high,
      int count) {
    double[] extrema = Chebyshev.extrema(count);
    double[] grid = new double[count];
    for (int i = 0; i < count; i++) {
      grid[i] = ChebyshevSeries.fromUnit(low, high, extrema[count - 1 - i]);
    }
    grid[0] = low;
    grid[count - 1] = high;
    return new ErrorCurve(x -> function.applyAsDouble(x) - polynomial.applyAsDouble(x), grid);
  }

  /** The largest magnitude. */
  double largest() {
    double largest = 0;
    for (double extremum : extrema()) {
      largest = Math.max(largest, Math.abs(difference.applyAsDouble(extremum)));
    }
    return largest;
  }

  /** The error at a point. */
  double at(double x) {
    return difference.applyAsDouble(x);
  }

  /** Where the error is largest within each stretch of one sign, in ascending order. */
  List<Double> extrema() {
    List<Double> found = new ArrayList<>();
    int best = 0;
    for (int i = 1; i <= grid.length; i++) {
      if (i == grid.length || errors[i] > 0 != errors[best] > 0) {
        found.add(refined(best));
        best = i;
      } else if (Math.abs(errors[i]) > Math.abs(errors[best])) {
        best = i;
      }
    }
    return found;
  }

  /** The largest error between the neighbours of a grid point, by golden sections. */
  private double refined(int i) {
    double low = grid[Math.max(0, i - 1)];
    double high = grid[Math.min(grid.length - 1, i + 1)];
    double sign = Math.signum(errors[i]);
    double golden = (Math.sqrt(5) - 1) / 2;
    double left = high - golden * (high - low);
    double right = low + golden * (high - low);
    for (int step = 0; step < REFINEMENTS && low < left && right < high; step++) {
      if (sign * at(left) > sign * at(right)) {
        high = right;
        right = left;
        left = high - golden * (high - low);
      } else {
        low = left;
        left = right;
        right = low + golden * (high - low);
      }
    }
    double middle = (low + high) / 2;
    return sign * at(middle) > sign * errors[i] ? middle : grid[i];
  }
}
