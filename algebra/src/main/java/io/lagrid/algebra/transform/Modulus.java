package io.lagrid.algebra.transform;

import java.math.BigInteger;

/**
 * Arithmetic modulo a prime p &lt; 2^49 on integers held in doubles. A product a·b is split without
 * error into h + l by a fused multiply–add; with q the integer nearest to a·b/p as doubles see it,
 * (h − q·p) + l is a·b modulo p, of magnitude below 0.9·p while |a·b| &lt; 2^99.
 *
 * <p>Results are not canonical: they lie in (−0.9·p, 0.9·p). Immutable and thread-safe.
 */
public final class Modulus {

  /** Primes must lie below this bound. */
  public static final long LIMIT = 1L << 49;

  /** Adding and subtracting this rounds a double of magnitude below 2^51 to an integer. */
  public static final double ROUNDING = 0x1.8p52;

  private final long prime;
  private final double modulus;
  private final double reciprocal;

  private Modulus(long prime) {
    this.prime = prime;
    this.modulus = prime;
    this.reciprocal = 1.0 / prime;
  }

  /**
   * Arithmetic modulo a prime.
   *
   * @throws IllegalArgumentException if it is no odd prime below 2^49
   */
  public static Modulus of(long prime) {
    if (prime < 3 || prime >= LIMIT || !BigInteger.valueOf(prime).isProbablePrime(60)) {
      throw new IllegalArgumentException(prime + " is not an odd prime below 2^49");
    }
    return new Modulus(prime);
  }

  /**
   * The {@code rank}-th largest prime below 2^49 that is 1 modulo 2^adicity, counted from 0.
   *
   * @param adicity at most 40
   */
  public static Modulus large(int adicity, int rank) {
    long step = 1L << adicity;
    long candidate = LIMIT - step + 1;
    int left = rank;
    while (!BigInteger.valueOf(candidate).isProbablePrime(60) || left-- > 0) {
      candidate -= step;
    }
    return new Modulus(candidate);
  }

  /** The prime p. */
  public long prime() {
    return prime;
  }

  /** p as a double. */
  public double value() {
    return modulus;
  }

  /** 1/p, rounded. */
  public double reciprocal() {
    return reciprocal;
  }

  /** a·b modulo p. */
  public double multiply(double a, double b) {
    double high = a * b;
    double low = Math.fma(a, b, -high);
    double quotient = high * reciprocal + ROUNDING - ROUNDING;
    return Math.fma(-modulus, quotient, high) + low;
  }

  /** The element of least magnitude congruent to x, |x| &lt; 2^51. */
  public double reduce(double x) {
    return Math.fma(-modulus, x * reciprocal + ROUNDING - ROUNDING, x);
  }

  /** x to a power, as the element of least magnitude. */
  double power(double x, long exponent) {
    BigInteger p = BigInteger.valueOf(prime);
    BigInteger base = BigInteger.valueOf((long) x);
    return reduce((double) base.modPow(BigInteger.valueOf(exponent), p).longValueExact());
  }

  /** 1/x. */
  double inverse(double x) {
    return power(x, prime - 2);
  }

  /**
   * An element of order 2^log.
   *
   * @throws IllegalArgumentException if p − 1 is no multiple of 2^log
   */
  double root(int log) {
    if (log < 0 || log > Long.numberOfTrailingZeros(prime - 1)) {
      throw new IllegalArgumentException(
          "no element of order 2^%d modulo %d".formatted(log, prime));
    }
    if (log == 0) {
      return 1;
    }
    double candidate = 2;
    double root;
    do {
      candidate++;
      root = power(candidate, (prime - 1) >> log);
    } while (power(root, 1L << (log - 1)) != -1);
    return root;
  }
}
