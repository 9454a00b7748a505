package io.lagrid.algebra.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.algebra.field.PrimeField;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlainTransformTest extends TransformContract {

  @Override
  protected TransformKernel kernel() {
    return new PlainTransform();
  }

  @Test
  void largePrimesHaveTheRootsAskedFor() {
    Modulus first = Modulus.large(26, 0);
    Modulus second = Modulus.large(26, 1);
    assertThat(second.prime()).isLessThan(first.prime());
    assertThat((first.prime() - 1) % (1 << 26)).isZero();
    assertThat(first.power(first.root(26), 1L << 25)).isEqualTo(-1);
  }

  @Test
  void whatIsNoPrimeOrHasNoRootIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Modulus.of(15))
        .withMessageContaining("15 is not an odd prime below 2^49");
    assertThatIllegalArgumentException().isThrownBy(() -> Modulus.of(1L << 50));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TransformTable(Modulus.of(7), 2))
        .withMessageContaining("no element of order 2^2 modulo 7");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new LongProduct(kernel()).multiply(PrimeField.of(7), new double[0], new double[1]))
        .withMessageContaining("0 by 1 coefficients");
  }

  @ParameterizedTest
  @CsvSource({"7, 6", "13, 3"})
  void longProductsCanBeGivenUpBeforeEveryTransform(int prime, int transforms) {
    LongProduct products = new LongProduct(kernel());
    double[] a = {1, 2};
    AtomicInteger asked = new AtomicInteger();
    assertThat(products.multiply(PrimeField.of(prime), a, a, asked::incrementAndGet)).hasSize(3);
    assertThat(asked).hasValue(transforms);
    for (int last = 1; last <= transforms; last++) {
      AtomicInteger left = new AtomicInteger(last);
      assertThatThrownBy(
              () ->
                  products.multiply(
                      PrimeField.of(prime),
                      a,
                      a,
                      () -> {
                        if (left.decrementAndGet() == 0) {
                          throw new CancellationException("enough");
                        }
                      }))
          .isInstanceOf(CancellationException.class);
    }
  }
}
