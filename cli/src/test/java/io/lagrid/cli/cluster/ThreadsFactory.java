package io.lagrid.cli.cluster;

import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.ClusterFactory;
import io.lagrid.engine.cluster.local.LocalCluster;
import java.net.URI;

/** Stands for a factory that comes with another module: threads, or a cluster out of reach. */
public final class ThreadsFactory implements ClusterFactory {

  @Override
  public String addresses() {
    return "test:threads";
  }

  @Override
  public boolean accepts(URI address) {
    return "test".equals(address.getScheme());
  }

  @Override
  public Cluster open(URI address, int workers) {
    return switch (address.getSchemeSpecificPart()) {
      case "threads" -> LocalCluster.of(workers);
      case "away" -> throw new IllegalStateException("nobody answers");
      default -> throw new IllegalArgumentException("there are threads only");
    };
  }
}
