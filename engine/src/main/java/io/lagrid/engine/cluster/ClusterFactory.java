package io.lagrid.engine.cluster;

import java.net.URI;

/**
 * Opens clusters of one kind by their address. Factories are found by {@link
 * java.util.ServiceLoader}, so that a program reaches every kind whose module is on its class path.
 */
public interface ClusterFactory {

  /** The addresses it opens, as people write them, such as {@code spark://HOST:PORT}. */
  String addresses();

  /** Whether it opens clusters at addresses of that form. */
  boolean accepts(URI address);

  /**
   * Opens a cluster; closing the cluster frees all that was started for it.
   *
   * @param address one that it accepts
   * @throws IllegalArgumentException if {@code workers} is not positive, or the address is
   *     malformed
   * @throws RuntimeException of the cluster's own kind if the cluster cannot be reached, or cannot
   *     have that many workers
   */
  Cluster open(URI address, int workers);
}
