package io.lagrid.spark.standalone;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one standalone cluster that they share: five workers of two cores each. Closed
 * when all tests are done.
 */
public final class SharedSpark implements ParameterResolver {

  /** How many workers of Spark's, each on a host of its own, there are. */
  public static final int WORKERS = 5;

  private static final int CORES = 2;

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
    return parameter.getParameter().getType() == StandaloneSpark.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
    return of(extension);
  }

  /** The cluster; started by whoever asks first. */
  static StandaloneSpark of(ExtensionContext extension) {
    return extension
        .getRoot()
        .getStore(Namespace.create(SharedSpark.class))
        .getOrComputeIfAbsent(
            SharedSpark.class,
            missing -> new Closing(new StandaloneSpark(WORKERS, CORES)),
            Closing.class)
        .spark();
  }

  private record Closing(StandaloneSpark spark) implements AutoCloseable {

    @Override
    public void close() {
      spark.close();
    }
  }
}
