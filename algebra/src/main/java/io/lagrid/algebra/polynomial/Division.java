package io.lagrid.algebra.polynomial;

import io.lagrid.algebra.field.PrimeField;
import java.util.Arrays;

/**
 * Division with remainder: a = quotient·b + remainder with deg remainder &lt; deg b. Schoolbook,
 * O(deg b·(deg a − deg b)).
 *
 * <p>Immutable and thread-safe, as long as nobody writes to the arrays it hands out.
 */
public final class Division {

  private final double[] quotient;
  private final double[] remainder;

  private Division(double[] quotient, double[] remainder) {
    this.quotient = quotient;
    this.remainder = remainder;
  }

  /**
   * Divides a by b.
   *
   * @param a not modified
   * @param b not modified
   * @throws ArithmeticException if {@code b} is the zero polynomial
   */
  public static Division of(PrimeField field, double[] a, double[] b) {
    int divisor = Polynomials.degree(b);
    if (divisor < 0) {
      throw new ArithmeticException("division by the zero polynomial over " + field);
    }
    double[] rest = Polynomials.normalise(a);
    double[] quotient = new double[Math.max(0, rest.length - divisor)];
    double inverse = field.inverse(b[divisor]);
    int pending = 0;
    for (int k = quotient.length - 1; k >= 0; k--) {
      double factor = field.multiply(field.reduce(rest[k + divisor]), inverse);
      quotient[k] = factor;
      for (int j = 0; j < divisor; j++) {
        rest[k + j] = Math.fma(-factor, b[j], rest[k + j]);
      }
      if (++pending == field.panelDepth()) {
        field.reduce(rest, 0, k + divisor);
        pending = 0;
      }
    }
    double[] remainder = Arrays.copyOf(rest, Math.min(rest.length, divisor));
    field.reduce(remainder, 0, remainder.length);
    return new Division(quotient, Polynomials.normalise(remainder));
  }

  /** The quotient; retained, do not modify. */
  public double[] quotient() {
    return quotient;
  }

  /** The remainder; retained, do not modify. */
  public double[] remainder() {
    return remainder;
  }
}
