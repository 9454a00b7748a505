package io.lagrid.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.lagrid.architecture.source.SourceFile;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** That the other tests look at something. */
final class RepositoryTest {

  private static final Set<String> TESTS_ONLY = Set.of("architecture", "spark-later");

  @Test
  void everyModuleHasItsPlaceInTheHouse() {
    assertThat(ModuleRules.modules())
        .as("modules known to ModuleRules")
        .containsAll(Repository.modules().stream().filter(m -> !TESTS_ONLY.contains(m)).toList());
    assertThat(Repository.modules())
        .contains("algebra", "vector", "codes", "engine", "spark", "cli", "bench", "architecture");
  }

  @Test
  void everySourceIsImportedAsAClass() {
    assertThat(notIn(Repository.mainClasses(), Repository.mainSources())).isEmpty();
    assertThat(notIn(Repository.allClasses(), Repository.allSources())).isEmpty();
    assertThat(notIn(Repository.fixtureClasses(), Repository.fixtureSources())).isEmpty();
  }

  @Test
  void thereAreManyClasses() {
    assertThat(Repository.mainClasses()).hasSizeGreaterThan(150);
    assertThat(Repository.allClasses()).hasSizeGreaterThan(Repository.mainClasses().size() + 50);
    assertThat(
            Repository.mainClasses().stream()
                .filter(House.LAGRID::holds)
                .map(javaClass -> House.LAGRID.module(javaClass.getPackageName()))
                .collect(Collectors.toSet()))
        .contains("algebra", "vector", "codes", "engine", "cli");
  }

  @Test
  void theFixturesAreKeptApart() {
    assertThat(Repository.allClasses()).noneMatch(House.FIXTURES::holds);
    assertThat(Repository.fixtureClasses()).hasSizeGreaterThan(30).allMatch(House.FIXTURES::holds);
  }

  private static List<String> notIn(JavaClasses classes, List<SourceFile> sources) {
    return sources.stream()
        .filter(source -> !source.isPackageInfo())
        .map(source -> source.packageName() + "." + source.simpleName())
        .filter(name -> !classes.contain(name))
        .toList();
  }
}
