package io.lagrid.algebra.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lagrid.algebra.field.PrimeField;
import org.junit.jupiter.api.Test;

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
}
