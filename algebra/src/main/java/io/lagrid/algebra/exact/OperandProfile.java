package io.lagrid.algebra.exact;

/**
 * What the choice of a precision needs to know of one operand. All sizes are those of the operand
 * divided by 2^exponent, which puts the largest magnitude into [1, 2); all but the Frobenius norm
 * are upper bounds.
 *
 * <p>A line is what is summed over with a line of the other operand: a row of the left operand, a
 * column of the right one.
 *
 * @param integers whether the operand is of longs, which are taken as they are
 * @param exponent ⌊log2⌋ of the largest magnitude; 0 for a zero matrix
 * @param exactBits the fewest fractional bits with which every entry is represented exactly; {@link
 *     #NONE} if that takes more bits than fixed point has
 * @param nonZeros the number of non-zero entries
 * @param lineLength entries per line
 * @param max the largest magnitude
 * @param sum the largest sum of magnitudes over a line
 * @param norm the largest 2-norm of a line
 * @param frobenius a lower bound of the Frobenius norm
 */
record OperandProfile(
    boolean integers,
    int exponent,
    int exactBits,
    int nonZeros,
    int lineLength,
    double max,
    double sum,
    double norm,
    double frobenius) {

  /** No number of bits represents every entry exactly. */
  static final int NONE = Integer.MAX_VALUE;

  /** The most fractional bits with which the magnitudes stay below 2^61. */
  int mostBits() {
    return BinaryScale.INTEGER_BITS - 2 - exponent;
  }

  /**
   * The fewest fractional bits with which {@link FixedPoint#error()} is at most {@code error}, or
   * more than that by one in rare cases.
   */
  int bitsFor(double error) {
    if (integers || nonZeros == 0) {
      return 0;
    }
    double steps = Math.sqrt(nonZeros) / (2 * frobenius) / error;
    return Math.min(exactBits, Math.getExponent(steps) + 1 - exponent);
  }

  /** This operand in fixed point. */
  FixedPoint withBits(int bits) {
    return new FixedPoint(this, bits);
  }

  /**
   * An operand rounded to integers: x ↦ the integer nearest to x·2^bits.
   *
   * @param profile the operand
   * @param bits fractional bits
   */
  record FixedPoint(OperandProfile profile, int bits) {

    /** Whether every entry is represented exactly. */
    boolean exact() {
      return profile.nonZeros == 0 || bits >= profile.exactBits;
    }

    /**
     * A bound on ‖E‖/‖A‖ in Frobenius norms for the rounding error E of the operand A: each
     * non-zero entry is off by at most 2^−bits/2, and by no more than its own magnitude.
     */
    double error() {
      double steps = Math.sqrt(profile.nonZeros) / (2 * profile.frobenius);
      return exact() ? 0 : Math.min(1, Math.scalb(steps, -bits - profile.exponent));
    }

    /** A bound on the integers' magnitudes. */
    double max() {
      return scaled(profile.max, 1);
    }

    /** A bound on the integers' sums of magnitudes over a line. */
    double sum() {
      return scaled(profile.sum, profile.lineLength);
    }

    /** A bound on the integers' 2-norms of a line. */
    double norm() {
      return scaled(profile.norm, Math.sqrt(profile.lineLength));
    }

    private double scaled(double size, double errors) {
      double integers = Math.scalb(size, bits + profile.exponent);
      return exact() ? integers : integers + errors / 2;
    }
  }
}
