package io.lagrid.engine.cluster;

import io.lagrid.algebra.ambient.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A cluster around another one, which does all the work. A subclass overrides what it does
 * differently; rounds all pass through {@link #startAll}, however many are started at once.
 *
 * <p>Thread-safe if the cluster within and the subclass are.
 */
public abstract class ForwardingCluster implements Cluster {

  private final Cluster inner;

  /**
   * Forwards to a cluster.
   *
   * @param inner closed with this
   */
  protected ForwardingCluster(Cluster inner) {
    this.inner = inner;
  }

  @Override
  public int workers() {
    return inner.workers();
  }

  @Override
  public Clock clock() {
    return inner.clock();
  }

  @Override
  public Optional<String> dependence() {
    return inner.dependence();
  }

  @Override
  public void place(ShareKey key, int worker, Share share) {
    inner.place(key, worker, share);
  }

  @Override
  public OptionalLong sentBytes(ShareKey key) {
    return inner.sentBytes(key);
  }

  @Override
  public void release(ShareKey key) {
    inner.release(key);
  }

  /** As {@link #startAll} with this dispatch alone. */
  @Override
  public final Round start(Dispatch dispatch) {
    return startAll(List.of(dispatch));
  }

  @Override
  public Round startAll(List<Dispatch> dispatches) {
    return inner.startAll(dispatches);
  }

  @Override
  public void close() {
    inner.close();
  }
}
