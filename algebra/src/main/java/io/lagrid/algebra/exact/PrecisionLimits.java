package io.lagrid.algebra.exact;

import io.lagrid.algebra.field.Primes;
import java.util.OptionalInt;

/**
 * What a user may demand of the precision of a product in exact arithmetic. Integers are unaffected
 * by the first two.
 *
 * @param bits fractional bits of both operands, or empty to choose them from the operands
 * @param relativeError with bits left to choose: the largest ‖error‖/(‖A‖·‖B‖) allowed, in
 *     Frobenius norms
 * @param maxPrimes the most primes to use
 */
public record PrecisionLimits(OptionalInt bits, double relativeError, int maxPrimes) {

  /** Bits from the operands, an error below 2^−44 ≈ 5.7e-14, and as many primes as that takes. */
  public static final PrecisionLimits DEFAULT =
      new PrecisionLimits(OptionalInt.empty(), 0x1p-44, Primes.available());

  /** Checks that the error is positive and the number of primes possible. */
  public PrecisionLimits {
    if (!(relativeError > 0)) {
      throw new IllegalArgumentException("relative error " + relativeError + " is not positive");
    }
    if (maxPrimes < 1 || maxPrimes > Primes.available()) {
      throw new IllegalArgumentException(
          "at most %d primes: between 1 and %d are available"
              .formatted(maxPrimes, Primes.available()));
    }
  }

  /** These limits with a given number of fractional bits. */
  public PrecisionLimits withBits(int bits) {
    return new PrecisionLimits(OptionalInt.of(bits), relativeError, maxPrimes);
  }

  /** These limits with another error. */
  public PrecisionLimits withRelativeError(double relativeError) {
    return new PrecisionLimits(bits, relativeError, maxPrimes);
  }

  /** These limits with another number of primes. */
  public PrecisionLimits withMaxPrimes(int maxPrimes) {
    return new PrecisionLimits(bits, relativeError, maxPrimes);
  }
}
