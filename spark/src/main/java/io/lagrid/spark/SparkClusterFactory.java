package io.lagrid.spark;

import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.kernel.tile.KernelProvider;
import io.lagrid.codes.Code;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.ClusterFactory;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkContext$;
import org.jspecify.annotations.NullMarked;
import scala.Option;

/**
 * Opens clusters on Spark masters: {@code spark://HOST:PORT} for a standalone one, {@code
 * spark:MASTER} for any other master in Spark's own words, such as {@code spark:local[4]}, and
 * {@code spark} alone for the one that {@code spark-submit} was given. Settings are Spark's: system
 * properties beginning with {@code spark.}, which {@code spark-submit --conf} sets.
 *
 * <p>Takes part in the Spark application that runs in this process; where there is none, starts one
 * and stops it when the cluster is closed.
 */
public final class SparkClusterFactory implements ClusterFactory {

  private static final String SCHEME = "spark";
  private static final String MASTER = "spark.master";
  private static final String JARS = "spark.jars";

  @Override
  public String addresses() {
    return "spark://HOST:PORT, spark:MASTER, or spark under spark-submit";
  }

  @Override
  public boolean accepts(URI address) {
    return SCHEME.equals(address.getScheme()) || SCHEME.equals(address.toString());
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the address names no master and none is configured, or a
   *     setting is not legal
   * @throws TooFewExecutorsException if the application has not executors enough
   */
  @Override
  public Cluster open(URI address, int workers) {
    Option<SparkContext> running = SparkContext$.MODULE$.getActive();
    if (running.isDefined()) {
      return SparkCluster.open(running.get(), workers);
    }
    SparkConf conf = configuration(address);
    SparkSettings settings = SparkSettings.of(conf);
    SparkContext started = new SparkContext(conf);
    try {
      return SparkCluster.open(started, workers, settings, started::stop);
    } catch (RuntimeException e) {
      started.stop();
      throw e;
    }
  }

  /** What the process is configured with, and the master of the address. */
  SparkConf configuration(URI address) {
    SparkConf conf = new SparkConf();
    String master = address.getSchemeSpecificPart();
    if (address.getScheme() != null) {
      conf.set(MASTER, master.startsWith("//") ? address.toString() : master);
    }
    if (!conf.contains(MASTER)) {
      throw new IllegalArgumentException(
          "%s names no master, and spark.master is not set; legal are %s"
              .formatted(address, addresses()));
    }
    conf.setIfMissing("spark.app.name", "lagrid");
    if (!conf.contains(JARS)) {
      conf.set(JARS, String.join(",", ownJars()));
    }
    return conf;
  }

  /** The jars that executors need; none where classes are loaded from folders. */
  private static Set<String> ownJars() {
    List<Class<?>> types =
        new ArrayList<>(
            List.of(
                SparkCluster.class, Cluster.class, Code.class, Kernels.class, NullMarked.class));
    ServiceLoader.load(KernelProvider.class).stream()
        .map(ServiceLoader.Provider::type)
        .forEach(types::add);
    Set<String> jars = new TreeSet<>();
    types.forEach(type -> SparkContext.jarOfClass(type).foreach(jars::add));
    return jars;
  }
}
