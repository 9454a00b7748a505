package io.lagrid.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.architecture.source.DeclarationRules;
import io.lagrid.architecture.source.SizeRules;
import io.lagrid.architecture.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SourceRulesTest {

  /**
   * A tile lives in registers, which Java gives to local variables only; vectors that are handed
   * from method to method are boxed.
   */
  private static final Pattern REGISTER_TILE =
      Pattern.compile(
          "vector/.*/(Large|Small)Tile\\.java:\\d+: (multiply|combine) has a body of \\d+ lines");

  /** JMH extends benchmarks and their state. */
  private static final Pattern BENCHMARK =
      Pattern.compile("bench/.*: class (\\w+Benchmark|ProcessorTime) is open");

  private static final String FIXTURES = "src/test/java/io/lagrid/architecture/fixtures/";

  @Test
  void filesAreShort() {
    assertThat(SizeRules.longFiles(Repository.mainSources())).isEmpty();
  }

  @Test
  void aLongFileIsFound() {
    SourceFile allowed = new SourceFile(Path.of("Allowed.java"), "//\n".repeat(300));
    SourceFile tooLong = new SourceFile(Path.of("TooLong.java"), "//\n".repeat(301));
    assertThat(SizeRules.longFiles(List.of(allowed, tooLong)))
        .containsExactly("TooLong.java:301: 301 lines");
  }

  @Test
  void methodsAreShort() {
    assertThat(SizeRules.longMethods(Repository.mainSources()))
        .filteredOn(violation -> !REGISTER_TILE.matcher(violation).matches())
        .isEmpty();
  }

  @Test
  void aLongMethodIsFound() {
    assertThat(SizeRules.longMethods(Repository.fixtureSources()))
        .singleElement()
        .asString()
        .endsWith(FIXTURES + "codes/LongMethod.java:40: tooLong has a body of 31 lines");
  }

  @Test
  void packagesAreSmall() {
    assertThat(SizeRules.fullPackages(Repository.mainSources())).isEmpty();
  }

  @Test
  void aFullPackageIsFound() {
    assertThat(SizeRules.fullPackages(files(15))).isEmpty();
    assertThat(SizeRules.fullPackages(files(16))).containsExactly("full: 16 files");
  }

  @Test
  void classesAreClosed() {
    assertThat(DeclarationRules.openClasses(Repository.mainSources()))
        .filteredOn(violation -> !BENCHMARK.matcher(violation).matches())
        .isEmpty();
  }

  @Test
  void openClassesAreFound() {
    assertThat(DeclarationRules.openClasses(Repository.fixtureSources()))
        .hasSize(3)
        .allMatch(violation -> violation.contains(FIXTURES + "codes/Open.java:"))
        .anyMatch(violation -> violation.endsWith("class Open is open"))
        .anyMatch(violation -> violation.endsWith("class Member is open"))
        .anyMatch(violation -> violation.endsWith("class Leaf is open"));
  }

  @Test
  void nothingIsUnfinished() {
    assertThat(DeclarationRules.unfinished(Repository.allSources())).isEmpty();
  }

  @Test
  void unfinishedWorkIsFound() {
    for (String mark : List.of("TO" + "DO", "FIX" + "ME", "XX" + "X")) {
      SourceFile source =
          new SourceFile(Path.of("Half.java"), "class Half {\n  // " + mark + "\n}");
      assertThat(DeclarationRules.unfinished(List.of(source)))
          .containsExactly("Half.java:2: // " + mark);
    }
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(DeclarationRules.unmarkedPackages(Repository.allSources())).isEmpty();
  }

  @Test
  void unmarkedPackagesAreFound() {
    assertThat(DeclarationRules.unmarkedPackages(Repository.fixtureSources()))
        .containsExactly(
            House.FIXTURES.name("careless") + " has no @NullMarked package-info",
            House.FIXTURES.name("unmarked") + " has no @NullMarked package-info");
  }

  /** That many sources in one folder, beside a package-info. */
  private static List<SourceFile> files(int count) {
    return IntStream.rangeClosed(0, count)
        .mapToObj(i -> i == 0 ? "package-info.java" : "Class" + i + ".java")
        .map(name -> new SourceFile(Path.of("full", name), ""))
        .toList();
  }
}
