package io.lagrid.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ModuleRulesTest {

  static Set<String> modules() {
    return ModuleRules.modules();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void dependenciesRunOneWay(String module) {
    assertThat(Violations.of(ModuleRules.direction(House.LAGRID, module), Repository.allClasses()))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void aDependencyTheOtherWayIsFound(String module) {
    assertThat(Violations.blamed(ModuleRules.direction(House.FIXTURES, module)))
        .containsExactly(module + ".Misplaced.uses");
  }
}
