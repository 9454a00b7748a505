package io.lagrid.codes.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lagrid.algebra.field.PrimeField;
import io.lagrid.codes.Partition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EntangledParametersTest {

  @Test
  void theThresholdReducesToBothParents() {
    for (int a = 1; a <= 6; a++) {
      for (int b = 1; b <= 6; b++) {
        assertThat(EntangledParameters.polynomial(99, a, b).recoveryThreshold()).isEqualTo(a * b);
        assertThat(EntangledParameters.entangled(99, new Partition(1, a, b), 0).recoveryThreshold())
            .isEqualTo(a * b);
      }
      assertThat(EntangledParameters.matdot(99, a, 0).recoveryThreshold()).isEqualTo(2 * a - 1);
      for (int colluders = 0; colluders <= 4; colluders++) {
        assertThat(EntangledParameters.matdot(99, a, colluders).recoveryThreshold())
            .isEqualTo(2 * a + 2 * colluders - 1);
      }
    }
    assertThat(EntangledParameters.entangled(99, new Partition(2, 3, 4), 0).recoveryThreshold())
        .isEqualTo(2 * 3 * 4 + 2 - 1);
  }

  @Test
  void theCornersEncodeAsTheWholeFamilyDoes() {
    PrimeField field = PrimeField.of(101);
    EntangledCode polynomial = new EntangledCode(EntangledParameters.polynomial(8, 2, 3));
    EntangledCode twin =
        new EntangledCode(EntangledParameters.entangled(8, new Partition(1, 2, 3), 0));
    for (int operand = 0; operand < 2; operand++) {
      assertThat(polynomial.encoding(operand, field)).isEqualTo(twin.encoding(operand, field));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"polynomial", "matdot", "other"})
  void aNameThatDoesNotFitThePartitionIsRefused(String code) {
    Partition partition = new Partition(2, 2, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EntangledParameters(code, 20, partition, 0))
        .withMessageContaining(code)
        .withMessageContaining("2x2x1");
  }

  @Test
  void colludersAreRefusedOutsideTheMatdotCorner() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EntangledParameters.entangled(20, new Partition(1, 1, 2), 1))
        .withMessageContaining("1 colluders with partition 1x1x2");
    assertThatIllegalArgumentException().isThrownBy(() -> EntangledParameters.matdot(9, 2, -1));
    assertThat(EntangledParameters.entangled(20, new Partition(3, 1, 1), 1).recoveryThreshold())
        .isEqualTo(7);
  }

  @Test
  void tooFewWorkersAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EntangledParameters.polynomial(8, 3, 3))
        .withMessageContaining("R = 9; N ≥ R workers are needed, not 8");
  }

  @Test
  void pointsAreDistinctAndNotZero() {
    EntangledCode code = new EntangledCode(EntangledParameters.matdot(10, 2, 0));
    assertThat(code.points(PrimeField.of(11))).doesNotHaveDuplicates().doesNotContain(0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> code.points(PrimeField.of(7)))
        .withMessageContaining("GF(7) is too small");
  }

  @Test
  void namedParametersAreTheLettersOfThePaper() {
    assertThat(EntangledParameters.polynomial(9, 3, 2).named().toString())
        .isEqualTo("{p=1, m=3, n=2}");
  }
}
