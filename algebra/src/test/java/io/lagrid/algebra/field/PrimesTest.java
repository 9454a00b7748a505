package io.lagrid.algebra.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrimesTest {

  @Test
  void trialDivisionFindsExactlyThePrimes() {
    long count = IntStream.range(0, 20_000).filter(Primes::isPrime).count();
    long expected =
        IntStream.range(0, 20_000).filter(n -> BigInteger.valueOf(n).isProbablePrime(60)).count();
    assertThat(count).isEqualTo(expected).isEqualTo(2262);
  }

  @Test
  void everyPrimeHasRootsOfUnityOfOrder8192() {
    int order = 1 << Primes.TWO_ADICITY;
    assertThat(Primes.available()).isGreaterThanOrEqualTo(8);
    for (int prime : Primes.largest(Primes.available())) {
      assertThat(BigInteger.valueOf(prime).isProbablePrime(60)).as("%d", prime).isTrue();
      assertThat(prime % order).as("%d modulo %d", prime, order).isEqualTo(1);
      assertThat(prime).isLessThan(PrimeField.LIMIT);
      assertThat(hasRootOfOrder(PrimeField.of(prime), order)).as("%d", prime).isTrue();
    }
  }

  /** Whether some g^((p−1)/order) has a power order/2 of −1. */
  private static boolean hasRootOfOrder(PrimeField field, int order) {
    return IntStream.range(2, 100)
        .mapToDouble(g -> field.power(g, (field.prime() - 1) / order))
        .anyMatch(root -> field.power(root, order / 2) == -1);
  }

  @Test
  void theLargestComeFirst() {
    assertThat(Primes.largest(Primes.available()))
        .isSortedAccordingTo((a, b) -> Integer.compare(b, a))
        .doesNotHaveDuplicates();
    assertThat(Primes.largest(2)).isEqualTo(Primes.largest(5).subList(0, 2));
  }

  @Test
  void refusesMoreThanThereAre() {
    int tooMany = Primes.available() + 1;
    assertThatThrownBy(() -> Primes.largest(tooMany)).hasMessageContaining("" + tooMany);
    assertThatThrownBy(() -> Primes.largest(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
