package io.lagrid.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.architecture.source.StatedDependencies;
import org.junit.jupiter.api.Test;

final class PackageRulesTest {

  @Test
  void packagesFormNoCycle() {
    assertThat(Violations.of(PackageRules.noCycles(House.LAGRID), Repository.mainClasses()))
        .isEmpty();
  }

  @Test
  void aCycleOfPackagesIsFound() {
    assertThat(Violations.of(PackageRules.noCycles(House.FIXTURES), Repository.fixtureClasses()))
        .anyMatch(cycle -> cycle.contains("engine.first") && cycle.contains("engine.second"));
  }

  @Test
  void packagesUseWhatTheyState() {
    StatedDependencies stated =
        new StatedDependencies(House.LAGRID.root(), Repository.mainSources());
    assertThat(Violations.of(PackageRules.asStated(House.LAGRID, stated), Repository.mainClasses()))
        .isEmpty();
  }

  @Test
  void anUnstatedUseIsFound() {
    StatedDependencies stated =
        new StatedDependencies(House.FIXTURES.root(), Repository.fixtureSources());
    assertThat(
            Violations.of(
                PackageRules.asStated(House.FIXTURES, stated), Repository.fixtureClasses()))
        .containsExactly(
            "%s does not state %s, but Second uses First"
                .formatted(
                    House.FIXTURES.name("engine.second"), House.FIXTURES.name("engine.first")));
  }
}
