package io.lagrid.cli.demo;

import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.ForwardingCluster;
import io.lagrid.engine.cluster.Share;
import io.lagrid.engine.cluster.ShareKey;
import java.util.Arrays;
import java.util.Optional;

/**
 * A cluster one of whose workers keeps what it is sent, to show what a curious worker would see.
 *
 * <p>Thread-safe if the cluster within is.
 */
public final class PryingCluster extends ForwardingCluster {

  private final int prying;
  private volatile Optional<Share> first = Optional.empty();

  /**
   * Lets one worker pry.
   *
   * @param inner closed with this
   * @param prying its number
   */
  public PryingCluster(Cluster inner, int prying) {
    super(inner);
    this.prying = prying;
  }

  /** How many numbers the worker was sent of the first operand. */
  public long numbers() {
    return first.map(share -> share.bytes() / Double.BYTES).orElse(0L);
  }

  /** The first of these numbers. */
  public double[] glimpse(int count) {
    return first
        .map(share -> share.blocks().get(0).plane(0))
        .map(Matrix::toArray)
        .map(numbers -> Arrays.copyOf(numbers, Math.min(count, numbers.length)))
        .orElseGet(() -> new double[0]);
  }

  @Override
  public void place(ShareKey key, int worker, Share share) {
    if (worker == prying && first.isEmpty()) {
      first = Optional.of(share);
    }
    super.place(key, worker, share);
  }
}
