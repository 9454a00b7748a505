package io.lagrid.spark.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.launcher.JavaModuleOptions;

/** A Java process of Spark's that ends with this one, and says in its log that it is ready. */
final class Child implements AutoCloseable {

  private static final long READY_SECONDS = 60;

  private final Process process;
  private final CompletableFuture<Matcher> ready = new CompletableFuture<>();
  private final Queue<String> lines = new ArrayDeque<>(); // the last ones; guarded by itself

  private Child(Process process, Pattern readiness) {
    this.process = process;
    Thread reader = new Thread(() -> read(readiness), "child-" + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts a process.
   *
   * @param readiness found in a line of its log once it is ready
   * @param properties Java system properties for it
   * @param environment further variables for it
   * @param main the class to run, and its arguments
   */
  static Child start(
      Path home,
      Pattern readiness,
      Map<String, String> properties,
      Map<String, String> environment,
      String... main) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().split("\\s+")));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
    command.add("-Dlog4j2.configurationFile=log4j2-children.properties");
    properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Tethered.class.getName());
    command.addAll(Arrays.asList(main));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(home.toFile());
    builder.environment().put("SPARK_HOME", home.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("SPARK_LOCAL_IP");
    builder.environment().putAll(environment);
    try {
      return new Child(builder.start(), readiness);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it is ready; what its log said then. */
  Matcher ready() {
    try {
      return ready.get(READY_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("not ready: " + log(), e);
    }
  }

  /** Waits until it has ended by itself; its exit code. */
  int exit() throws InterruptedException {
    if (!process.waitFor(READY_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("still running: " + log());
    }
    return process.exitValue();
  }

  /** The last lines of its log. */
  String log() {
    synchronized (lines) {
      return String.join("\n", lines);
    }
  }

  /** The processes it has started. */
  List<ProcessHandle> children() {
    return process.children().toList();
  }

  @Override
  public void close() {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(handle -> handle.onExit().join());
  }

  private void read(Pattern readiness) {
    try (BufferedReader log =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = log.readLine(); line != null; line = log.readLine()) {
        synchronized (lines) {
          lines.add(line);
          if (lines.size() > 300) {
            lines.remove();
          }
        }
        Matcher matcher = readiness.matcher(line);
        if (matcher.find()) {
          ready.complete(matcher);
        }
      }
    } catch (IOException e) {
      // the process was ended
    }
    ready.completeExceptionally(new IOException("the process has ended"));
  }
}
