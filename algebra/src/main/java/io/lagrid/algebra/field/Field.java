package io.lagrid.algebra.field;

/**
 * A field whose elements are held in doubles: ℝ ({@link RealField}), or GF(p) in balanced form
 * ({@link PrimeField}).
 *
 * <p>Codes ask a field for scalars (evaluation points, coefficients); kernels ask only for the
 * {@link #modulus()}. Elements passed in must be canonical elements of the field; results are.
 *
 * <p>Implementations are immutable and thread-safe.
 */
public sealed interface Field permits RealField, PrimeField {

  /** The prime p of GF(p), or 0 for the reals. */
  double modulus();

  /** The canonical element nearest to the integer {@code value} (reduced modulo p, if any). */
  double of(long value);

  /**
   * How many products of two elements may be accumulated onto an element in one double before the
   * sum must be reduced; {@link Integer#MAX_VALUE} for the reals, where nothing is reduced.
   */
  int panelDepth();

  /**
   * Replaces each sum of at most {@link #panelDepth()} products and one element by the canonical
   * element it stands for. Over the reals this does nothing.
   *
   * @param values modified at indices from (inclusive) to to (exclusive)
   */
  void reduce(double[] values, int from, int to);

  /** a + b. */
  double add(double a, double b);

  /** a · b. */
  double multiply(double a, double b);

  /**
   * 1 / a.
   *
   * @throws ArithmeticException if {@code a} is zero
   */
  double inverse(double a);

  /** a − b. */
  default double subtract(double a, double b) {
    return add(a, -b);
  }

  /**
   * a / b.
   *
   * @throws ArithmeticException if {@code b} is zero
   */
  default double divide(double a, double b) {
    return multiply(a, inverse(b));
  }

  /** base^exponent for a non-negative exponent; 0^0 = 1. */
  default double power(double base, long exponent) {
    if (exponent < 0) {
      throw new IllegalArgumentException("exponent " + exponent + " is negative");
    }
    double result = 1;
    double square = base;
    for (long rest = exponent; rest > 0; rest >>= 1) {
      if ((rest & 1) == 1) {
        result = multiply(result, square);
      }
      square = multiply(square, square);
    }
    return result;
  }

  /** Whether arithmetic is without rounding, so that equality of elements means equality. */
  default boolean exact() {
    return modulus() != 0;
  }
}
