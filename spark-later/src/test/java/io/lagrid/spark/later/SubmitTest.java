package io.lagrid.spark.later;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.spark.standalone.SharedSpark;
import io.lagrid.spark.standalone.StandaloneSpark;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar, where neither driver nor executors know of Lagrid but by it. */
@ExtendWith(SharedSpark.class)
final class SubmitTest {

  private static final Path SPARK = Path.of("../spark/target").toAbsolutePath().normalize();
  private static final Path DIGITS =
      Path.of("../cli/src/main/resources/io/lagrid/cli/demo/digits.csv.gz").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void aSubmittedApplicationRunsOnThePackagedJar(StandaloneSpark spark) throws Exception {
    Path result = folder.resolve("result.txt");
    List<String> command = driver(spark);
    command.addAll(List.of("--class", "io.lagrid.spark.example.RidgeJob"));
    command.addAll(List.of("--jars", jar("lagrid-spark.jar")));
    command.addAll(List.of(jar("lagrid-spark-*-tests.jar"), "file://" + DIGITS));
    command.addAll(List.of(result.toString(), "4"));
    run(command);
    assertThat(result)
        .content()
        .matches("1[78]\\d\\d of 1797 right, computed by \\[(executor \\d on 127[^\\]]*){4}\\]\n");
  }

  /** What {@code bin/spark-submit} runs. */
  private List<String> driver(StandaloneSpark spark) {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("lagrid") && !Path.of(entry).toFile().isDirectory())
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().split("\\s+")));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Dderby.system.home=" + folder));
    command.addAll(List.of("-cp", classPath, "org.apache.spark.deploy.SparkSubmit"));
    for (var setting : spark.conf("submitted").getAll()) {
      String value = setting._1().endsWith("extraClassPath") ? classPath : setting._2();
      command.addAll(List.of("--conf", setting._1() + "=" + value));
    }
    return command;
  }

  private void run(List<String> command) throws IOException, InterruptedException {
    Path log = folder.resolve("log.txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Process process = builder.redirectOutput(log.toFile()).start();
    try {
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("ended in time").isTrue();
      assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  private static String jar(String pattern) throws IOException {
    try (var found = Files.newDirectoryStream(SPARK, pattern)) {
      return found.iterator().next().toString();
    }
  }
}
