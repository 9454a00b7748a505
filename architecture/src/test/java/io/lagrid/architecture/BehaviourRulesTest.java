package io.lagrid.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BehaviourRulesTest {

  @Test
  void onlyTheAmbientPackageAsksTheWorld() {
    assertThat(Violations.of(BehaviourRules.ambientOnly(House.LAGRID), Repository.allClasses()))
        .isEmpty();
  }

  @Test
  void askingTheWorldElsewhereIsFound() {
    assertThat(Violations.blamed(BehaviourRules.ambientOnly(House.FIXTURES)))
        .hasSize(19)
        .containsExactlyInAnyOrderElementsOf(methodsOf("algebra.AsksTheWorld"));
  }

  @Test
  void onlyTheCommandPrints() {
    assertThat(Violations.of(BehaviourRules.silent(House.LAGRID), Repository.mainClasses()))
        .isEmpty();
  }

  @Test
  void printingElsewhereIsFound() {
    assertThat(Violations.blamed(BehaviourRules.silent(House.FIXTURES)))
        .hasSize(3)
        .containsExactlyInAnyOrderElementsOf(methodsOf("codes.Chatters"));
  }

  @Test
  void threadsAreMadeWhereTheyBelong() {
    assertThat(Violations.of(BehaviourRules.noThreads(House.LAGRID), Repository.mainClasses()))
        .isEmpty();
  }

  @Test
  void makingThreadsElsewhereIsFound() {
    assertThat(Violations.blamed(BehaviourRules.noThreads(House.FIXTURES)))
        .hasSize(8)
        .containsExactlyInAnyOrderElementsOf(methodsOf("codes.MakesThreads"));
  }

  /** The methods of a fixture, each of which offends. */
  private static List<String> methodsOf(String fixture) {
    return Repository.fixtureClasses().get(House.FIXTURES.name(fixture)).getMethods().stream()
        .map(JavaMethod::getName)
        .filter(name -> !name.startsWith("lambda$"))
        .map(name -> fixture + "." + name)
        .toList();
  }
}
