package io.lagrid.algebra.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArithmeticTest {

  @Test
  void theRealsAreOnePlane() {
    assertThat(Arithmetic.real().size()).isEqualTo(1);
    assertThat(Arithmetic.real().exact()).isFalse();
    assertThat(Arithmetic.real().primes()).isEmpty();
    assertThat(Arithmetic.real().plane(0)).isSameAs(RealField.instance());
  }

  @Test
  void residuesHaveOnePlanePerPrime() {
    Arithmetic residues = Arithmetic.residues(List.of(7, 5));
    assertThat(residues.primes()).containsExactly(7, 5);
    assertThat(residues.exact()).isTrue();
    assertThat(residues.plane(1)).isEqualTo(PrimeField.of(5));
    assertThat(residues).isEqualTo(Arithmetic.residues(List.of(7, 5)));
  }

  @Test
  void refusesWhatIsNoArithmetic() {
    assertThatThrownBy(() -> new Arithmetic(List.of())).hasMessageContaining("at least one");
    assertThatThrownBy(() -> Arithmetic.residues(List.of(5, 5))).hasMessageContaining("distinct");
    assertThatThrownBy(() -> new Arithmetic(List.of(RealField.instance(), PrimeField.of(5))))
        .hasMessageContaining("stands alone");
  }
}
