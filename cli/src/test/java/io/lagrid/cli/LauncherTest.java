package io.lagrid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher script in a tree of its own, with a JDK, a Maven and a Spark that only tell how they
 * were called.
 */
final class LauncherTest {

  private static final FileTime OLD = FileTime.fromMillis(1_000_000_000_000L);
  private static final FileTime NEW = FileTime.fromMillis(1_100_000_000_000L);

  @TempDir private Path folder;
  private Path home;
  private Path jar;
  private Path source;
  private Path jdk;

  /** How a run ended. */
  private record Ran(int exitCode, List<String> out, String err) {}

  @BeforeEach
  void plant() throws IOException {
    home = Files.createDirectories(folder.resolve("the tree"));
    Files.copy(Path.of("..", "lagrid"), home.resolve("lagrid"), StandardCopyOption.COPY_ATTRIBUTES);
    jar = Files.createDirectories(home.resolve("cli/target")).resolve("lagrid.jar");
    Files.writeString(jar, "built");
    Files.setLastModifiedTime(jar, NEW);
    source = Files.createDirectories(home.resolve("cli/src/main")).resolve("Main.java");
    Files.writeString(source, "source");
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    for (Path file : List.of(home.resolve("pom.xml"), source, source.getParent())) {
      Files.setLastModifiedTime(file, OLD);
    }
    jdk = jdk("jdk", "17.0.1");
    script(
        "bin/mvn", "echo \"mvn $JAVA_HOME $*\" >>\"$TOLD\"; echo rebuilt >cli/target/lagrid.jar");
  }

  private Path jdk(String name, String version) throws IOException {
    for (String program : new String[] {"java", "javac"}) {
      script(name + "/bin/" + program, "printf '%s\\n' " + name + " \"$@\"");
    }
    Files.writeString(folder.resolve(name + "/release"), "JAVA_VERSION=\"" + version + "\"");
    return folder.resolve(name);
  }

  private Path script(String name, String body) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  private Ran run(Map<String, String> variables, String... arguments) throws Exception {
    return run(home.resolve("lagrid"), variables, arguments);
  }

  private Ran run(Path launcher, Map<String, String> variables, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
    environment.put("JAVA_HOME", jdk.toString());
    environment.put("TOLD", folder.resolve("told").toString());
    environment.putAll(variables);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    return new Ran(process.waitFor(), Files.readAllLines(out), Files.readString(err));
  }

  private String told() throws IOException {
    Path told = folder.resolve("told");
    return Files.exists(told) ? Files.readString(told) : "";
  }

  @Test
  void anUpToDateJarIsRunAsItIsWithAllArguments() throws Exception {
    Ran ran = run(Map.of("LAGRID_OPTS", "-Xmx1g -Da=b"), "plan", "two words", "");
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out().get(0)).isEqualTo("jdk");
    assertThat(ran.out()).containsSequence("-Xmx1g", "-Da=b", "-jar", jar.toString());
    assertThat(ran.out()).endsWith("plan", "two words", "");
    assertThat(ran.err()).isEmpty();
    assertThat(told()).as("nothing is built").isEmpty();
  }

  @Test
  void theJarIsBuiltWhenItIsMissingOrOlderThanASource() throws Exception {
    Files.delete(jar);
    Ran first = run(Map.of(), "codes");
    assertThat(first.exitCode()).isZero();
    assertThat(first.err()).contains("first run");
    assertThat(first.out()).endsWith("codes");
    assertThat(told()).contains("mvn " + jdk + " ", "-pl cli -am package");

    Files.setLastModifiedTime(jar, FileTime.fromMillis(NEW.toMillis() - 1));
    Files.setLastModifiedTime(source, NEW);
    Ran second = run(Map.of(), "codes");
    assertThat(second.err()).contains("sources changed");
    assertThat(Files.readString(jar)).isEqualTo("rebuilt\n");
    assertThat(told().lines()).hasSize(2);
    assertThat(run(Map.of(), "codes").err()).isEmpty();
    assertThat(told().lines()).hasSize(2);
  }

  @Test
  void aFailedBuildIsAFailureAndLeavesNoLock() throws Exception {
    Files.delete(jar);
    script("bin/mvn", "echo broken >&2; exit 1");
    Ran ran = run(Map.of(), "codes");
    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("broken", "lagrid: the build failed");
    assertThat(home.resolve(".lagrid-build.lock")).doesNotExist();
  }

  @Test
  void theLockOfADeadBuildIsTakenOver() throws Exception {
    Files.delete(jar);
    Path lock = Files.createDirectories(home.resolve(".lagrid-build.lock"));
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.writeString(lock.resolve("pid"), dead.pid() + "\n");
    assertThat(run(Map.of(), "codes").exitCode()).isZero();
    assertThat(lock).doesNotExist();
    assertThat(jar).exists();
  }

  @Test
  void aJavaHomeThatWillNotDoIsReplacedAndSaid() throws Exception {
    Path old = jdk("old", "1.8.0_402");
    Path best = jdk("best", "99.0.1");
    Files.createSymbolicLink(folder.resolve("bin/java"), best.resolve("bin/java"));
    Ran ran = run(Map.of("JAVA_HOME", old.toString()), "codes");
    assertThat(ran.err()).contains("JAVA_HOME=" + old + " is JDK 8, 17 or newer is needed");
    assertThat(ran.out().get(0)).isEqualTo("best");
    Ran none = run(Map.of("JAVA_HOME", home.toString()), "codes");
    assertThat(none.err()).contains("is not a JDK");
    assertThat(none.out().get(0)).isEqualTo("best");
  }

  @Test
  void linksToTheLauncherAreFollowed() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("bin/lagrid"), home.resolve("lagrid"));
    assertThat(run(link, Map.of(), "codes").out()).contains(jar.toString());
  }

  @Test
  void withoutSparkNothingIsBuiltOrLost() throws Exception {
    Ran ran = run(Map.of(), "multiply", "--cluster", "spark://host:7077", "--json");
    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err().lines()).hasSize(1);
    assertThat(ran.out()).hasSize(1);
    assertThat(ran.out().get(0)).startsWith("{\"error\":\"").endsWith("\"exitCode\":2}");
    assertThat(Files.readString(jar)).isEqualTo("built");
    assertThat(told()).isEmpty();
  }

  @Test
  void clustersOfSparkAreReachedThroughItsOwnLauncher() throws Exception {
    script("spark/bin/spark-submit", "printf '%s\\n' submit \"$@\"");
    Path second = Files.createDirectories(home.resolve("spark/target")).resolve("lagrid-spark.jar");
    Files.writeString(second, "built");
    Files.setLastModifiedTime(second, NEW);
    Map<String, String> variables =
        Map.of("SPARK_HOME", folder.resolve("spark").toString(), "LAGRID_OPTS", "--master x");
    Ran ran = run(variables, "demo", "--cluster=spark");
    assertThat(ran.out().get(0)).isEqualTo("submit");
    assertThat(ran.out())
        .containsSequence("--master", "x", "--class", "io.lagrid.cli.Main", "--jars")
        .endsWith(jar.toString(), "demo", "--cluster=spark");
    assertThat(told()).isEmpty();
    Files.delete(second);
    assertThat(run(variables, "demo", "--cluster=spark").err()).contains("building lagrid");
    assertThat(told()).contains("-pl cli,spark -am package");
  }
}
