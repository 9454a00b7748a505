package io.lagrid.algebra.approximation;

import io.lagrid.algebra.linear.Chebyshev;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * A polynomial on an interval in the Chebyshev basis: Σ_j c_j·T_j(t), t = (2x − low − high)/(high −
 * low). Immutable and thread-safe.
 */
public final class ChebyshevSeries implements DoubleUnaryOperator {

  private static final double ROUNDING = 0x1p-50;

  private final double low;
  private final double high;
  private final double[] coefficients;

  /**
   * The polynomial with the given coefficients.
   *
   * @param coefficients c_0, …, c_degree, at least one; copied
   * @throws IllegalArgumentException unless low &lt; high, both finite
   */
  public ChebyshevSeries(double low, double high, double... coefficients) {
    if (!(low < high && Double.isFinite(high - low)) || coefficients.length == 0) {
      throw new IllegalArgumentException(
          "a series of %d terms on [%s, %s]; at least one on a proper interval is legal"
              .formatted(coefficients.length, low, high));
    }
    this.low = low;
    this.high = high;
    this.coefficients = coefficients.clone();
  }

  /**
   * The Chebyshev series of a function, cut off at a degree: near to best for smooth functions, and
   * for any continuous one within a factor of 4/π²·ln(degree) + O(1) of the best.
   *
   * <p>Coefficients come from the function's values at 8·(degree + 8) zeros of a Chebyshev
   * polynomial. Source: L. N. Trefethen, Approximation theory and approximation practice, 2013.
   */
  public static ChebyshevSeries of(
      DoubleUnaryOperator function, double low, double high, int degree) {
    int samples = 8 * (degree + 8);
    double[] zeros = Chebyshev.zeros(samples);
    double[] coefficients = new double[degree + 1];
    for (int i = 0; i < samples; i++) {
      double value = function.applyAsDouble(fromUnit(low, high, zeros[i]));
      for (int j = 0; j <= degree; j++) {
        double weight = (j == 0 ? 1.0 : 2.0) / samples;
        coefficients[j] += weight * value * Chebyshev.cosine(j * (2L * i + 1), 2L * samples);
      }
    }
    return new ChebyshevSeries(low, high, coefficients);
  }

  static double fromUnit(double low, double high, double t) {
    return low + (high - low) * (t + 1) / 2;
  }

  /** The lower end of the interval. */
  public double low() {
    return low;
  }

  /** The upper end of the interval. */
  public double high() {
    return high;
  }

  /** The degree: one less than the number of coefficients. */
  public int degree() {
    return coefficients.length - 1;
  }

  /**
   * The series without the leading terms whose magnitudes together stay within an allowance and a
   * few roundings of the largest coefficient; c_0 stays.
   */
  ChebyshevSeries without(double allowance) {
    double largest = Arrays.stream(coefficients).map(Math::abs).max().orElseThrow();
    double left = allowance + ROUNDING * largest;
    int terms = coefficients.length;
    while (terms > 1 && Math.abs(coefficients[terms - 1]) <= left) {
      left -= Math.abs(coefficients[terms - 1]);
      terms--;
    }
    return new ChebyshevSeries(low, high, Arrays.copyOf(coefficients, terms));
  }

  /** c_0, …, c_degree; a new array. */
  public double[] coefficients() {
    return coefficients.clone();
  }

  /** The value at x, inside the interval or outside of it, by Clenshaw's recurrence. */
  @Override
  public double applyAsDouble(double x) {
    double t = (2 * x - low - high) / (high - low);
    double next = 0;
    double afterNext = 0;
    for (int j = coefficients.length - 1; j > 0; j--) {
      double current = Math.fma(2 * t, next, coefficients[j] - afterNext);
      afterNext = next;
      next = current;
    }
    return Math.fma(t, next, coefficients[0] - afterNext);
  }

  /**
   * The coefficients of 1, x, x², …; a new array. Powers lose digits where the Chebyshev basis does
   * not, by a factor of up to about (1 + √2)^degree.
   */
  public double[] powers() {
    double slope = 2 / (high - low);
    double shift = -(low + high) / (high - low);
    double[] sum = new double[coefficients.length];
    double[] previous = new double[coefficients.length];
    double[] current = new double[coefficients.length];
    current[0] = 1;
    for (int j = 0; j < coefficients.length; j++) {
      double[] next = new double[coefficients.length];
      double factor = j == 0 ? 1 : 2;
      for (int k = 0; k < coefficients.length; k++) {
        sum[k] += coefficients[j] * current[k];
        double raised = k == 0 ? 0 : slope * current[k - 1];
        next[k] = factor * (raised + shift * current[k]) - previous[k];
      }
      previous = current;
      current = next;
    }
    return sum;
  }

  @Override
  public String toString() {
    return "Chebyshev series %s on [%s, %s]".formatted(Arrays.toString(coefficients), low, high);
  }
}
