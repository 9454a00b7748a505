package io.lagrid.spark.later;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.spark.standalone.StandaloneSpark;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * A home of Spark's: the settings for one cluster in {@code conf/spark-defaults.conf}, and {@code
 * bin/spark-submit}, which runs the jars of the tests' class path as a distribution's runs its own.
 * There is nothing of Lagrid in it.
 */
final class SparkHome {

  private static final Path SPARK = Path.of("../spark/target").toAbsolutePath().normalize();
  private static final int MINUTES = 3;

  private final Path home;

  /**
   * Lays out a home.
   *
   * @param folder an empty folder
   * @param settings further ones
   */
  SparkHome(Path folder, StandaloneSpark spark, Map<String, String> settings) throws IOException {
    home = folder;
    Files.createDirectories(home.resolve("bin"));
    Files.createDirectories(home.resolve("conf"));
    Files.createDirectories(home.resolve("tmp"));
    writeDefaults(spark, settings);
    writeSubmit();
  }

  private void writeDefaults(StandaloneSpark spark, Map<String, String> further)
      throws IOException {
    Map<String, String> settings = new TreeMap<>();
    for (var setting : spark.conf("default").getAll()) {
      settings.put(setting._1(), setting._2());
    }
    settings.remove("spark.app.name");
    settings.put("spark.executor.extraClassPath", classPath());
    settings.putAll(further);
    List<String> lines = new ArrayList<>();
    settings.forEach((key, value) -> lines.add(key + " " + value));
    Files.write(home.resolve("conf/spark-defaults.conf"), lines);
  }

  private void writeSubmit() throws IOException {
    Path script = home.resolve("bin/spark-submit");
    Files.writeString(
        script,
        "#!/bin/sh\nexec \"$JAVA_HOME/bin/java\" %s -XX:TieredStopAtLevel=1 -Djava.io.tmpdir='%s' -cp '%s' org.apache.spark.deploy.SparkSubmit \"$@\"\n"
            .formatted(JavaModuleOptions.defaultModuleOptions(), home.resolve("tmp"), classPath()));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  Path home() {
    return home;
  }

  /** What Spark's own processes have for a class path: the tests' jars but those of Lagrid. */
  static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(Path::of)
        .filter(jar -> Files.isRegularFile(jar) && !jar.getFileName().toString().contains("lagrid"))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The repository that Maven has taken the jars from. */
  static Path fetched() {
    return Arrays.stream(classPath().split(File.pathSeparator, -1))
        .filter(jar -> jar.contains("spark-core"))
        .map(jar -> Path.of(jar).resolve("../../../../../..").normalize())
        .findFirst()
        .orElseThrow();
  }

  /** A file that the module spark was packaged into. */
  static Path packaged(String pattern) throws IOException {
    try (var found = Files.newDirectoryStream(SPARK, pattern)) {
      return found.iterator().next();
    }
  }

  /**
   * Runs a program that finds this home, to its end.
   *
   * @param input what it reads
   * @return what it wrote, when it has ended well
   */
  String run(Map<String, String> environment, String input, List<String> command)
      throws IOException, InterruptedException {
    Path log = home.resolve("log.txt");
    Path in = Files.writeString(home.resolve("input.txt"), input);
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    builder.redirectErrorStream(true).redirectOutput(log.toFile()).redirectInput(in.toFile());
    builder.environment().put("SPARK_HOME", home.toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as("ended in time").isTrue();
      assertThat(process.exitValue()).as(Files.readString(log)).isZero();
      return Files.readString(log);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
