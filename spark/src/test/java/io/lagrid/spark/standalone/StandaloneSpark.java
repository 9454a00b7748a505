package io.lagrid.spark.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;

/**
 * A master and some workers of Spark's, each worker on a loopback address of its own, 127.0.0.2 and
 * up. They end when they are closed, and with this process in any case.
 */
public final class StandaloneSpark implements AutoCloseable {

  private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
  private static final Pattern WORKER = Pattern.compile("Successfully registered with master");

  private final Path home;
  private final Map<String, String> properties;
  private final Child master;
  private final String url;
  private final List<Child> workers = new ArrayList<>();

  /** Starts a cluster whose workers offer so many cores each. */
  public StandaloneSpark(int workers, int cores) {
    this(workers, cores, Map.of());
  }

  /**
   * Starts a cluster.
   *
   * @param properties system properties of its processes
   */
  public StandaloneSpark(int workers, int cores, Map<String, String> properties) {
    try {
      home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "spark-home-");
      Files.createDirectory(home.resolve("jars"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.properties = new TreeMap<>(properties);
    this.properties.put("spark.worker.ui.retainedExecutors", "1");
    this.properties.put("spark.local.dir", home.toString());
    this.properties.put("java.io.tmpdir", home.toString());
    master =
        Child.start(
            home,
            MASTER,
            this.properties,
            Map.of(),
            "org.apache.spark.deploy.master.Master",
            "--host",
            "127.0.0.1",
            "--port",
            "0",
            "--webui-port",
            "0");
    url = master.ready().group(1);
    addWorkers(workers, cores);
  }

  /** Starts more workers, on further addresses. */
  public void addWorkers(int count, int cores) {
    List<Child> added = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String host = "127.0.0." + (2 + workers.size() + i);
      added.add(startWorker(host, cores));
    }
    added.forEach(Child::ready);
    workers.addAll(added);
  }

  private Child startWorker(String host, int cores) {
    return Child.start(
        home,
        WORKER,
        properties,
        Map.of(),
        "org.apache.spark.deploy.worker.Worker",
        "--host",
        host,
        "--cores",
        String.valueOf(cores),
        "--memory",
        "2g",
        "--work-dir",
        home.resolve("work-" + host).toString(),
        "--webui-port",
        "0",
        url);
  }

  /** The master's address. */
  public String url() {
    return url;
  }

  /**
   * A configuration for applications: one executor per worker, with all its cores. The driver's
   * folders lie elsewhere than the cluster's: it makes some once per process, whatever comes after.
   */
  public SparkConf conf(String name) {
    return new SparkConf()
        .setMaster(url)
        .setAppName(name)
        .set("spark.ui.enabled", "false")
        .set("spark.driver.host", "127.0.0.1")
        .set("spark.driver.bindAddress", "127.0.0.1")
        .set("spark.executor.memory", "512m")
        .set("spark.lagrid.patience", "90s")
        .set("spark.executor.extraClassPath", System.getProperty("java.class.path"))
        .set(
            "spark.executor.extraJavaOptions",
            "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Djava.io.tmpdir=" + home)
        .set("spark.local.dir", Path.of("target", "spark-local").toAbsolutePath().toString());
  }

  /**
   * Starts an executor by hand, as somebody might who is on the network but knows no secret.
   *
   * @param context the application it tries to join
   * @param id the id it gives itself
   * @param secret what it takes for the application's secret
   */
  public Intruder intrude(SparkContext context, int id, String secret) {
    return new Intruder(
        Child.start(
            home,
            Pattern.compile("Successfully registered with driver"),
            properties,
            Map.of("_SPARK_AUTH_SECRET", secret, "SPARK_EXECUTOR_DIRS", home.toString()),
            "org.apache.spark.executor.CoarseGrainedExecutorBackend",
            "--driver-url",
            "spark://CoarseGrainedScheduler@127.0.0.1:"
                + context.getConf().get("spark.driver.port"),
            "--executor-id",
            String.valueOf(id),
            "--hostname",
            "127.0.0.1",
            "--cores",
            "1",
            "--app-id",
            context.applicationId(),
            "--resourceProfileId",
            "0"));
  }

  /** An executor that nobody asked for. */
  public record Intruder(Child process) implements AutoCloseable {

    /** Waits until it has given up; its exit code. */
    public int exit() throws InterruptedException {
      return process.exit();
    }

    /** The last lines of its log. */
    public String log() {
      return process.log();
    }

    /** Waits until the driver has let it in. */
    public void awaitRegistration() {
      process.ready();
    }

    @Override
    public void close() {
      process.close();
    }
  }

  /** The executors' processes on a host. */
  public List<ProcessHandle> executorsOn(String host) {
    int worker = Integer.parseInt(host.substring(host.lastIndexOf('.') + 1)) - 2;
    return workers.get(worker).children();
  }

  @Override
  public void close() {
    workers.forEach(Child::close);
    master.close();
    delete(home);
  }

  private static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file); // fails if a process still writes there
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
