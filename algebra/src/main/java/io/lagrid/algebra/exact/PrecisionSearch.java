package io.lagrid.algebra.exact;

import io.lagrid.algebra.exact.OperandProfile.FixedPoint;
import io.lagrid.algebra.field.Primes;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The search behind {@link ProductPrecision}: first the fewest bits and primes that meet the
 * limits, then, the number of primes fixed, the bits that still fit. Immutable.
 */
final class PrecisionSearch {

  /** What is left of the error after this share is for terms of second order and the conversion. */
  static final double SHARE = 1 - 0x1p-5;

  private final FixedPoint left;
  private final FixedPoint right;
  private final PrecisionLimits limits;

  private PrecisionSearch(FixedPoint left, FixedPoint right, PrecisionLimits limits) {
    this.left = left;
    this.right = right;
    this.limits = limits;
  }

  static PrecisionSearch begin(OperandProfile left, OperandProfile right, PrecisionLimits limits) {
    double error = limits.relativeError() * SHARE;
    boolean both = rounds(left, error) && rounds(right, error);
    double each = both ? error / 2 : error;
    return new PrecisionSearch(
        choose("left", left, each, limits), choose("right", right, each, limits), limits);
  }

  /** How many primes the bits chosen so far need. */
  int primes() {
    return primes(bound(left, right), limits.maxPrimes());
  }

  /** The fewest primes whose capacity is at least {@code bound}. */
  static int primes(BigInteger bound, int most) {
    BigInteger product = BigInteger.ONE;
    for (int r = 1; r <= most; r++) {
      product = product.multiply(BigInteger.valueOf(Primes.largest(r).get(r - 1)));
      if (bound.compareTo(product.shiftRight(1)) <= 0) {
        return r;
      }
    }
    throw new UnrepresentableException(
        "entries of the product may reach %s (%d bits), but %d primes hold only magnitudes up to %s"
            .formatted(bound, bound.bitLength(), most, product.shiftRight(1)));
  }

  /** The decision for {@code primes} primes, at least {@link #primes()}. */
  ProductPrecision finish(int primes) {
    if (limits.bits().isPresent()) {
      return ProductPrecision.of(primes, left, right);
    }
    BigInteger capacity = ResidueSystem.ofPrimes(primes).capacity();
    FixedPoint a = left;
    FixedPoint b = right;
    while (true) {
      boolean leftNext = b.exact() || b.error() <= a.error();
      FixedPoint wider = widen(leftNext ? a : b);
      FixedPoint nextA = leftNext ? wider : a;
      FixedPoint nextB = leftNext ? b : wider;
      if (wider.bits() > wider.profile().mostBits()
          || (a.exact() && b.exact())
          || bound(nextA, nextB).compareTo(capacity) > 0) {
        return checked(ProductPrecision.of(primes, a, b));
      }
      a = nextA;
      b = nextB;
    }
  }

  /** The least of the three Hölder bounds on the entries of the product of two rounded operands. */
  static BigInteger bound(FixedPoint left, FixedPoint right) {
    double bound = left.norm() * right.norm();
    bound = Math.min(bound, left.sum() * right.max());
    bound = Math.min(bound, left.max() * right.sum());
    return new BigDecimal(Math.nextUp(bound * (1 + 0x1p-48))).toBigInteger();
  }

  private ProductPrecision checked(ProductPrecision decision) {
    if (decision.errorBound() > limits.relativeError()) {
      throw new UnrepresentableException(
          "the relative error can only be kept below %s, conversion to double included, not below %s"
              .formatted(decision.errorBound(), limits.relativeError()));
    }
    return decision;
  }

  private static FixedPoint widen(FixedPoint operand) {
    return operand.profile().withBits(operand.bits() + 1);
  }

  private static boolean rounds(OperandProfile operand, double error) {
    return !operand.withBits(operand.bitsFor(error)).exact();
  }

  static FixedPoint choose(
      String side, OperandProfile operand, double error, PrecisionLimits limits) {
    if (operand.integers() || operand.nonZeros() == 0) {
      return operand.withBits(0);
    }
    int bits = limits.bits().orElseGet(() -> operand.bitsFor(error));
    if (bits > operand.mostBits()) {
      throw new UnrepresentableException(
          "%s operand: %d fractional bits are too many for magnitudes up to %s; at most %d keep the integers below 2^61"
              .formatted(
                  side, bits, Math.scalb(operand.max(), operand.exponent()), operand.mostBits()));
    }
    return operand.withBits(bits);
  }
}
