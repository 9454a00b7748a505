package io.lagrid.spark.later;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.spark.standalone.SharedSpark;
import io.lagrid.spark.standalone.StandaloneSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A user's application that names Lagrid's package: nobody knows of Lagrid but by that. */
@ExtendWith(SharedSpark.class)
final class SubmitTest {

  private static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();
  private static final Path DIGITS =
      HOUSE.resolve("cli/src/main/resources/io/lagrid/cli/demo/digits.csv.gz");

  @TempDir Path folder;

  @Test
  void aSubmittedApplicationRunsOnThePackage(StandaloneSpark spark) throws Exception {
    Path result = folder.resolve("result.txt");
    String version = versionOf(SparkHome.packaged("lagrid-spark-*-tests.jar"));
    SparkHome home =
        new SparkHome(
            folder.resolve("spark"),
            spark,
            Map.of(
                "spark.cores.max", "6",
                "spark.jars.ivy", folder.resolve("ivy").toString(),
                "spark.jars.ivySettings", repositories(version).toString()));
    home.run(
        Map.of(),
        "",
        List.of(
            home.home().resolve("bin/spark-submit").toString(),
            "--class",
            "io.lagrid.spark.example.RidgeJob",
            "--packages",
            "io.lagrid:lagrid-spark:" + version,
            SparkHome.packaged("lagrid-spark-*-tests.jar").toString(),
            "file://" + DIGITS,
            result.toString(),
            "3"));
    assertThat(result)
        .content()
        .matches("1[78]\\d\\d of 1797 right, computed by \\[(executor \\d on 127[^\\]]*){3}\\]\n");
  }

  private static String versionOf(Path tests) {
    return tests.getFileName().toString().replaceAll("lagrid-spark-|-tests.jar", "");
  }

  /**
   * Lagrid's modules as published into a repository, and the settings that have Ivy look there and
   * into what Maven has fetched for the rest, and nowhere else.
   */
  private Path repositories(String version) throws IOException {
    Path own = folder.resolve("repository");
    publish(own, "parent", version, HOUSE);
    for (String module : List.of("algebra", "codes", "engine", "vector", "spark")) {
      Path target = publish(own, module, version, HOUSE.resolve(module));
      String jar = "lagrid-%s-%s.jar".formatted(module, version);
      Files.copy(HOUSE.resolve(module).resolve("target").resolve(jar), target.resolve(jar));
    }
    return Files.writeString(
        folder.resolve("ivysettings.xml"),
        """
        <ivysettings>
          <settings defaultResolver="here"/>
          <caches defaultCacheDir="%s"/>
          <resolvers>
            <chain name="here" returnFirst="true">
              <ibiblio name="own" m2compatible="true" root="%s"/>
              <ibiblio name="fetched" m2compatible="true" root="%s"/>
            </chain>
          </resolvers>
        </ivysettings>
        """
            .formatted(folder.resolve("ivy-cache"), own.toUri(), SparkHome.fetched().toUri()));
  }

  /** Publishes a module's pom; the folder for its jar. */
  private static Path publish(Path repository, String module, String version, Path from)
      throws IOException {
    String name = "lagrid-" + module;
    Path target =
        Files.createDirectories(repository.resolve("io/lagrid").resolve(name).resolve(version));
    Files.copy(from.resolve("pom.xml"), target.resolve(name + "-" + version + ".pom"));
    return target;
  }
}
