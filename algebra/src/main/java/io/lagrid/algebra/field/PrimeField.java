package io.lagrid.algebra.field;

import java.util.Objects;

/**
 * GF(p) for an odd prime p below 2^23, each element held as the double x with −p/2 &lt; x &lt; p/2.
 *
 * <p>The balanced form makes products small: |x·y| ≤ (p/2)² &lt; 2^44, so that {@link
 * #panelDepth()} = ⌊(2^53 − p)/((p−1)/2)²⌋ ≥ 512 products can be summed in a double without
 * rounding before one reduction. Reduction rounds x/p to the nearest integer q by adding and
 * subtracting 1.5·2^52, and subtracts q·p with one fused multiply–add. For |x| &lt; 2^50 that q is
 * the nearest integer: rounding errors move x/p by less than 1/(2p), the distance of x/p from a
 * half-integer. For |x| ≤ 2^53 it may be the second nearest, which a correction, or reducing once
 * more, mends; x/p itself must stay below 2^51, which matters for p = 3 alone.
 *
 * <p>Zero is held as +0.0, so that equal elements have equal bits.
 *
 * <p>Immutable and thread-safe.
 */
public final class PrimeField implements Field {

  /** Primes must lie below this bound (2^23). */
  public static final int LIMIT = 1 << 23;

  /** Adding and subtracting this rounds a double of magnitude below 2^51 to an integer. */
  public static final double ROUNDING = 0x1.8p52;

  private final int prime;
  private final double modulus;
  private final double reciprocal;

  private PrimeField(int prime) {
    this.prime = prime;
    this.modulus = prime;
    this.reciprocal = 1.0 / prime;
  }

  /**
   * The field of integers modulo {@code prime}.
   *
   * @throws IllegalArgumentException if {@code prime} is not an odd prime below 2^23
   */
  public static PrimeField of(int prime) {
    if (prime < 3 || prime >= LIMIT || !Primes.isPrime(prime)) {
      throw new IllegalArgumentException(
          prime + " is not an odd prime below 2^23 = " + LIMIT + "; see Primes for a list");
    }
    return new PrimeField(prime);
  }

  /** The prime p. */
  public int prime() {
    return prime;
  }

  @Override
  public double modulus() {
    return modulus;
  }

  @Override
  public int panelDepth() {
    double half = (modulus - 1) / 2;
    return (int) Math.min(Integer.MAX_VALUE, (long) ((0x1p53 - modulus) / (half * half)));
  }

  /** Whether {@code x} is a canonical element: an integer of magnitude at most (p−1)/2. */
  public boolean contains(double x) {
    return Math.abs(x) <= (modulus - 1) / 2 && x == Math.rint(x);
  }

  /** The canonical element congruent to the integer x, |x| ≤ 2^53 (2^52 if p = 3). */
  public double reduce(double x) {
    double quotient = x * reciprocal + ROUNDING - ROUNDING;
    double r = Math.fma(-modulus, quotient, x);
    // The quotient of a large x may be off by one at the border of two residues.
    double half = (modulus - 1) / 2;
    return (r > half ? r - modulus : r < -half ? r + modulus : r) + 0.0;
  }

  /** {@inheritDoc} Any integers of magnitude at most 2^53 (2^52 if p = 3) are reduced. */
  @Override
  public void reduce(double[] values, int from, int to) {
    Objects.checkFromToIndex(from, to, values.length);
    for (int i = from; i < to; i++) { // twice and without a branch, so that it runs in vectors
      double x = values[i];
      double near = Math.fma(-modulus, x * reciprocal + ROUNDING - ROUNDING, x);
      double quotient = near * reciprocal + ROUNDING - ROUNDING;
      values[i] = Math.fma(-modulus, quotient, near) + 0.0;
    }
  }

  @Override
  public double of(long value) {
    return reduce((double) (value % prime));
  }

  @Override
  public double add(double a, double b) {
    return reduce(a + b);
  }

  @Override
  public double multiply(double a, double b) {
    return reduce(a * b);
  }

  @Override
  public double inverse(double a) {
    if (reduce(a) == 0) {
      throw new ArithmeticException("zero has no inverse modulo " + prime);
    }
    return power(reduce(a), prime - 2);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PrimeField field && field.prime == prime;
  }

  @Override
  public int hashCode() {
    return prime;
  }

  @Override
  public String toString() {
    return "GF(" + prime + ")";
  }
}
