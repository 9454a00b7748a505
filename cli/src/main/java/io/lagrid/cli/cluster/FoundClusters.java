package io.lagrid.cli.cluster;

import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.ClusterFactory;
import io.lagrid.engine.cluster.ClusterFailedException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of clusters that factories on the class path open. Thread-safe. */
public final class FoundClusters {

  private FoundClusters() {}

  /**
   * Opens the cluster at an address.
   *
   * @param builtIn how the addresses are written that the caller opens itself; for the message
   * @throws BadInputException if no factory accepts the address, or one finds fault with it
   * @throws ClusterFailedException if the cluster cannot be opened
   */
  public static Cluster open(String address, int workers, String... builtIn) {
    List<ClusterFactory> factories = factories();
    for (ClusterFactory factory : factories) {
      if (factory.accepts(parse(address))) {
        return open(factory, address, workers);
      }
    }
    String legal =
        Stream.concat(Stream.of(builtIn), factories.stream().map(ClusterFactory::addresses))
            .collect(Collectors.joining(", "));
    String missing =
        address.startsWith("spark") ? "; spark-submit with lagrid-spark.jar brings Spark's" : "";
    throw new BadInputException(
        "--cluster %s is not supported; legal here: %s%s"
            .formatted(BadInputException.quote(address), legal, missing));
  }

  private static Cluster open(ClusterFactory factory, String address, int workers) {
    try {
      return factory.open(parse(address), workers);
    } catch (IllegalArgumentException e) {
      throw new BadInputException("--cluster %s: %s".formatted(address, e.getMessage()));
    } catch (RuntimeException e) {
      throw new ClusterFailedException(
          "the cluster at %s cannot be opened: %s".formatted(address, e.getMessage()), e);
    }
  }

  private static List<ClusterFactory> factories() {
    return ServiceLoader.load(ClusterFactory.class).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  private static URI parse(String address) {
    try {
      return new URI(address);
    } catch (URISyntaxException e) {
      throw new BadInputException(
          "--cluster %s is no address: %s"
              .formatted(BadInputException.quote(address), e.getMessage()));
    }
  }
}
