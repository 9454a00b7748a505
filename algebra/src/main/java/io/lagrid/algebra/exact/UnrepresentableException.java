package io.lagrid.algebra.exact;

/**
 * Numbers that cannot go through exact arithmetic as asked: an entry is not finite, or has too many
 * bits at the fixed point chosen, or the result would need more primes than allowed. The message
 * names the entry or the bound, and the limit.
 */
public final class UnrepresentableException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  UnrepresentableException(String message) {
    super(message);
  }

  static UnrepresentableException notFinite(int row, int column, double value) {
    return new UnrepresentableException(
        "entry (row %d, column %d) is %s; exact arithmetic needs finite numbers"
            .formatted(row, column, value));
  }

  static UnrepresentableException tooLarge(int row, int column, double value, int bits) {
    return new UnrepresentableException(
        "entry (row %d, column %d) is %s; with %d fractional bits only magnitudes below 2^%d fit"
            .formatted(row, column, value, bits, BinaryScale.INTEGER_BITS - bits));
  }
}
