package io.lagrid.algebra.field;

import java.util.ArrayList;
import java.util.List;

/**
 * The primes Lagrid computes with: the largest below 2^23 with p ≡ 1 (mod 2^13), so that GF(p)
 * holds roots of unity of every power-of-two order up to 8192 and number-theoretic transforms of
 * that length exist in every plane.
 */
public final class Primes {

  /** Every prime of the list is 1 modulo 2 to this power. */
  public static final int TWO_ADICITY = 13;

  private static final List<Integer> DESCENDING = search();

  private Primes() {}

  /**
   * The {@code count} largest primes of the list, in descending order.
   *
   * @throws IllegalArgumentException if {@code count} is not between 1 and {@link #available()}
   */
  public static List<Integer> largest(int count) {
    if (count < 1 || count > DESCENDING.size()) {
      throw new IllegalArgumentException(
          "asked for " + count + " primes; between 1 and " + DESCENDING.size() + " are available");
    }
    return DESCENDING.subList(0, count);
  }

  /** How many primes the list holds. */
  public static int available() {
    return DESCENDING.size();
  }

  /** Whether {@code n} is prime, by trial division. */
  static boolean isPrime(int n) {
    if (n < 4) {
      return n > 1;
    }
    for (int divisor = 3; divisor * divisor <= n; divisor += 2) {
      if (n % divisor == 0) {
        return false;
      }
    }
    return n % 2 != 0;
  }

  private static List<Integer> search() {
    List<Integer> primes = new ArrayList<>();
    int step = 1 << TWO_ADICITY;
    for (int candidate = PrimeField.LIMIT - step + 1;
        candidate > PrimeField.LIMIT / 2;
        candidate -= step) {
      if (isPrime(candidate)) {
        primes.add(candidate);
      }
    }
    return List.copyOf(primes);
  }
}
