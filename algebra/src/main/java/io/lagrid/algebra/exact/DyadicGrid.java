package io.lagrid.algebra.exact;

/**
 * Finds the coarsest grid 2^−bits·ℤ that holds every number seen, if it is one that fixed point can
 * use. Integers held in doubles, pixel values and the like lie on coarse grids; for measured
 * numbers the search ends after a few of them.
 *
 * <p>Confined to one thread.
 */
final class DyadicGrid {

  private static final int MANTISSA_BITS = 52;
  private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;

  private int bits = Integer.MIN_VALUE;
  private int largest = Integer.MIN_VALUE;
  private boolean lost;
  private BinaryScale scale = BinaryScale.of(0);

  /**
   * Takes note of finite numbers.
   *
   * @param values not modified
   */
  void add(double[] values, int length) {
    for (int j = 0; !lost && (j = next(values, j, length)) < length; j++) {
      bits = Math.max(bits, fractionalBits(values[j]));
      largest = Math.max(largest, Math.getExponent(values[j]));
      scale = BinaryScale.of(bits);
      lost = !fits(largest);
    }
  }

  /** The grid's bits if numbers of the given exponent fit it, else {@link OperandProfile#NONE}. */
  int bits(int exponent) {
    return lost || !fits(exponent) ? OperandProfile.NONE : bits;
  }

  private boolean fits(int exponent) {
    return (long) bits + exponent <= BinaryScale.INTEGER_BITS - 2;
  }

  /** The next index whose number is off the grid. */
  private int next(double[] values, int from, int length) {
    if (bits == Integer.MIN_VALUE) {
      return firstNonZero(values, from, length);
    }
    double a = scale.first();
    double b = scale.second();
    for (int j = from; j < length; j++) {
      double x = values[j] * a * b;
      if (x != Math.rint(x) || (x == 0 && values[j] != 0)) {
        return j;
      }
    }
    return length;
  }

  private static int firstNonZero(double[] values, int from, int length) {
    int j = from;
    while (j < length && values[j] == 0) {
      j++;
    }
    return j;
  }

  /** The fewest fractional bits of a finite, non-zero number. */
  static int fractionalBits(double x) {
    long raw = Double.doubleToRawLongBits(x);
    int exponent = Math.max(Double.MIN_EXPONENT, Math.getExponent(x));
    boolean normal = Math.getExponent(x) >= Double.MIN_EXPONENT;
    long mantissa = (raw & MANTISSA) | (normal ? MANTISSA + 1 : 0);
    return MANTISSA_BITS - exponent - Long.numberOfTrailingZeros(mantissa);
  }
}
