package io.lagrid.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.lagrid.architecture.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The source tree this test runs in: its modules, their sources, and their classes as the build
 * left them in each module's {@code target}. Classes that JMH generates are left out: nobody wrote
 * them.
 */
final class Repository {

  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
  private static final Path ROOT = findRoot();
  private static final Path FIXTURES = Path.of("io", "lagrid", "architecture", "fixtures");
  private static final JavaClasses ALL = importClasses();
  private static final JavaClasses MAIN =
      ALL.that(DescribedPredicate.describe("are production classes", Repository::isProduction));

  private static final JavaClasses MINIATURE =
      new ClassFileImporter()
          .importPath(ROOT.resolve("architecture/target/test-classes").resolve(FIXTURES));

  private Repository() {}

  /** The modules the parent pom lists. */
  static List<String> modules() {
    return MODULE
        .matcher(read(ROOT.resolve("pom.xml")))
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  /** The production classes of every module. */
  static JavaClasses mainClasses() {
    return MAIN;
  }

  /** The production and test classes of every module, the fixtures aside. */
  static JavaClasses allClasses() {
    return ALL;
  }

  /** The classes of the miniature house. */
  static JavaClasses fixtureClasses() {
    return MINIATURE;
  }

  /** The production sources of every module. */
  static List<SourceFile> mainSources() {
    return modules().stream().flatMap(module -> mainSources(module).stream()).toList();
  }

  /** The production sources of one module. */
  static List<SourceFile> mainSources(String module) {
    return sources(module, "main").toList();
  }

  /** The production and test sources of every module, the fixtures aside. */
  static List<SourceFile> allSources() {
    return modules().stream()
        .flatMap(module -> Stream.of("main", "test").flatMap(kind -> sources(module, kind)))
        .filter(source -> !isFixture(source))
        .toList();
  }

  /** The sources of the miniature house. */
  static List<SourceFile> fixtureSources() {
    return sources("architecture", "test").filter(Repository::isFixture).toList();
  }

  private static boolean isFixture(SourceFile source) {
    return source.path().toString().contains(FIXTURES.toString());
  }

  private static Stream<SourceFile> sources(String module, String kind) {
    Path folder = ROOT.resolve(Path.of(module, "src", kind, "java"));
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .map(file -> new SourceFile(ROOT.relativize(file), read(file)))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JavaClasses importClasses() {
    List<Path> paths =
        modules().stream()
            .map(module -> ROOT.resolve(module).resolve("target"))
            .flatMap(target -> Stream.of(target.resolve("classes"), target.resolve("test-classes")))
            .filter(Files::isDirectory)
            .toList();
    ImportOption written =
        location ->
            !location.contains("/jmh_generated/") && !location.contains("/architecture/fixtures/");
    return new ClassFileImporter().withImportOption(written).importPaths(paths);
  }

  private static boolean isProduction(JavaClass javaClass) {
    return javaClass.getSource().orElseThrow().getUri().getPath().contains("/target/classes/");
  }

  /** The folder whose pom lists this module; tests run in it or in a module below it. */
  private static Path findRoot() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("architecture/pom.xml"))) {
      Path parent = folder.getParent();
      if (parent == null) {
        throw new IllegalStateException("no source tree above " + Path.of("").toAbsolutePath());
      }
      folder = parent;
    }
    return folder;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
