package io.lagrid.algebra.exact;

/**
 * Multiplication by 2^exponent for exponents beyond the range of one double, as two multiplications
 * that a loop can keep in registers. Exact unless the result is subnormal.
 *
 * @param first one factor, a power of two
 * @param second the other factor, a power of two
 */
record BinaryScale(double first, double second) {

  /** Fixed-point integers have magnitudes below 2 to this power. */
  static final int INTEGER_BITS = 62;

  private static final int LIMIT = 2044;

  /** Multiplication by 2^{@code exponent}; further than ±2044 is as good as that. */
  static BinaryScale of(int exponent) {
    int whole = Math.max(-LIMIT, Math.min(LIMIT, exponent));
    int half = whole / 2;
    return new BinaryScale(Math.scalb(1.0, half), Math.scalb(1.0, whole - half));
  }

  double apply(double x) {
    return x * first * second;
  }

  /** Applies the scale to the first {@code length} values, which are modified. */
  void apply(double[] values, int length) {
    double a = first;
    double b = second;
    for (int i = 0; i < length; i++) {
      values[i] = values[i] * a * b;
    }
  }
}
