package io.lagrid.algebra.exact;

import io.lagrid.algebra.exact.OperandProfile.FixedPoint;
import io.lagrid.algebra.field.Primes;
import io.lagrid.algebra.matrix.Operand;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The precision of products A·B_1, A·B_2, … whose left operand is known, rounded and placed before
 * the right ones are: primes and left bits are chosen once, right bits for every B.
 *
 * <p><b>Doubles.</b> B, k×n, is rounded to b bits with ε_B = 2^−b·√nnz(B)/(2‖B‖) at most ε/2, so
 * with 2^b·‖B‖ ≤ 2·√(kn)/ε. No column has a larger norm, whatever B; by Cauchy and Schwarz the
 * primes hold every product if their capacity is max‖row of A‖₂·2·√(kn)/ε, in units of the fixed
 * point.
 *
 * <p><b>Integers.</b> The primes hold every int64. An upper bound on the entries of A·B that
 * exceeds their capacity, 2^5 times that, is refused.
 *
 * <p>Immutable and thread-safe.
 */
public final class SeriesPrecision {

  /** Right operands of user-chosen bits are held up to this norm of a column, in units. */
  private static final double LARGEST_COLUMN = 0x1p54;

  private final FixedPoint left;
  private final PrecisionLimits limits;
  private final int primes;

  private SeriesPrecision(FixedPoint left, PrecisionLimits limits, int primes) {
    this.left = left;
    this.limits = limits;
    this.primes = primes;
  }

  /**
   * Decides for a left operand.
   *
   * @param left m×k; not modified
   * @param columns n, the number of columns of every right operand
   * @throws UnrepresentableException if an entry is not finite, or the limits cannot be met
   */
  public static SeriesPrecision of(Operand left, int columns, PrecisionLimits limits) {
    OperandProfile profile = Profiler.ofLeft(left);
    FixedPoint fixed = PrecisionSearch.choose("left", profile, share(limits), limits);
    double steps = Math.sqrt((double) left.columns() * columns);
    double column = limits.bits().isPresent() ? LARGEST_COLUMN : 2 * steps / share(limits);
    BigInteger bound =
        profile.integers()
            ? BigInteger.valueOf(Long.MAX_VALUE)
            : new BigDecimal(Math.max(1, fixed.norm()) * column).toBigInteger();
    return new SeriesPrecision(fixed, limits, PrecisionSearch.primes(bound, limits.maxPrimes()));
  }

  /** How many primes, the largest of {@link Primes}. */
  public int primes() {
    return primes;
  }

  /** Fractional bits of the left operand; 0 if it is of longs. */
  public int leftBits() {
    return left.bits();
  }

  /** The residue number system of the decision. */
  public ResidueSystem system() {
    return ResidueSystem.ofPrimes(primes);
  }

  /**
   * The precision of the product with one right operand.
   *
   * @param right k×n; not modified
   * @throws UnrepresentableException if an entry is not finite, or the product could exceed what
   *     the primes hold
   */
  public ProductPrecision next(Operand right) {
    OperandProfile profile = Profiler.ofRight(right);
    FixedPoint fixed = PrecisionSearch.choose("right", profile, share(limits), limits);
    BigInteger capacity = system().capacity();
    BigInteger bound = PrecisionSearch.bound(left, fixed);
    if (bound.compareTo(capacity) > 0) {
      throw new UnrepresentableException(
          "entries of the product may reach %s (%d bits), but the %d primes chosen for the left operand hold only magnitudes up to %s"
              .formatted(bound, bound.bitLength(), primes, capacity));
    }
    return ProductPrecision.of(primes, left, fixed);
  }

  /** Half of the allowed error for either operand, and something for terms of second order. */
  private static double share(PrecisionLimits limits) {
    return limits.relativeError() * PrecisionSearch.SHARE / 2;
  }
}
