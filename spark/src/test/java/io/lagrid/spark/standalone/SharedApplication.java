package io.lagrid.spark.standalone;

import io.lagrid.spark.SparkCluster;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one application that they share on the {@linkplain SharedSpark shared cluster}:
 * {@value #EXECUTORS} executors of one core, two of them on one host; no waiting for locality;
 * answers by Kryo. Stopped when all tests are done. A process runs one application at a time, so
 * the classes that use it are ordered {@link #LAST}, and leave it as they found it.
 */
public final class SharedApplication implements ParameterResolver {

  /** How many executors there are. */
  public static final int EXECUTORS = SharedSpark.WORKERS + 1;

  /** The order of the classes that use it. */
  public static final int LAST = Integer.MAX_VALUE;

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
    return parameter.getParameter().getType() == SparkContext.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
    StandaloneSpark spark = SharedSpark.of(extension);
    return extension
        .getRoot()
        .getStore(Namespace.create(SharedApplication.class))
        .getOrComputeIfAbsent(
            SharedApplication.class, missing -> new Stopping(start(spark)), Stopping.class)
        .context();
  }

  private static SparkContext start(StandaloneSpark spark) {
    SparkContext context =
        new SparkContext(
            spark
                .conf("shared")
                .set("spark.locality.wait", "0s")
                .set("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
                .set("spark.executor.cores", "1")
                .set("spark.cores.max", String.valueOf(EXECUTORS)));
    SparkCluster.open(context, EXECUTORS).close(); // all are there
    return context;
  }

  /** Stores close what was stored last first: this before the cluster. */
  private record Stopping(SparkContext context) implements AutoCloseable {

    @Override
    public void close() {
      context.stop();
    }
  }
}
