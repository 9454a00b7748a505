package io.lagrid.algebra.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RealFieldTest extends FieldContract {

  RealFieldTest() {
    super(RealField.instance());
  }

  @Test
  void isNotExact() {
    assertThat(RealField.instance().exact()).isFalse();
    assertThat(RealField.instance().modulus()).isZero();
    assertThat(RealField.instance()).hasToString("R");
  }
}
