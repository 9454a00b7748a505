package io.lagrid.spark.later;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.spark.standalone.SharedSpark;
import io.lagrid.spark.standalone.StandaloneSpark;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A user's application, where neither driver nor executors know of Lagrid but by the jar. */
@ExtendWith(SharedSpark.class)
final class SubmitTest {

  private static final Path DIGITS =
      Path.of("../cli/src/main/resources/io/lagrid/cli/demo/digits.csv.gz").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void aSubmittedApplicationRunsOnThePackagedJar(StandaloneSpark spark) throws Exception {
    Path result = folder.resolve("result.txt");
    SparkHome home = new SparkHome(folder.resolve("spark"), spark, Map.of("spark.cores.max", "6"));
    home.run(
        Map.of(),
        "",
        List.of(
            home.home().resolve("bin/spark-submit").toString(),
            "--class",
            "io.lagrid.spark.example.RidgeJob",
            "--jars",
            SparkHome.packaged("lagrid-spark.jar").toString(),
            SparkHome.packaged("lagrid-spark-*-tests.jar").toString(),
            "file://" + DIGITS,
            result.toString(),
            "3"));
    assertThat(result)
        .content()
        .matches("1[78]\\d\\d of 1797 right, computed by \\[(executor \\d on 127[^\\]]*){3}\\]\n");
  }
}
