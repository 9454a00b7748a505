package io.lagrid.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ShapeRulesTest {

  @Test
  void namesTell() {
    assertThat(Violations.of(ShapeRules.tellingNames(), Repository.allClasses())).isEmpty();
  }

  @Test
  void emptyNamesAreFound() {
    assertThat(Violations.blamed(ShapeRules.tellingNames()))
        .containsExactlyInAnyOrder("codes.MatrixUtils", "codes.MatrixUtils$RowHelper");
  }

  @Test
  void interfacesAreSmall() {
    assertThat(Violations.of(ShapeRules.smallInterfaces(), Repository.mainClasses())).isEmpty();
  }

  @Test
  void aLargeInterfaceIsFound() {
    assertThat(Violations.blamed(ShapeRules.smallInterfaces())).containsExactly("codes.Demanding");
  }
}
