package io.lagrid.engine.cluster.piece;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.Share;
import io.lagrid.engine.cluster.ShareKey;
import java.util.List;

/** A cluster that counts the shares it was sent, by operand. */
final class CountingCluster implements Cluster {

  private final Cluster inner;
  private final long[] sent = new long[2];
  private long bytes;
  private long bytesAtStart;

  CountingCluster(Cluster inner) {
    this.inner = inner;
  }

  /** Shares of left operands. */
  long left() {
    return sent[0];
  }

  /** Shares of right operands. */
  long right() {
    return sent[1];
  }

  /** Bytes of all shares that were sent before the last round began. */
  long bytesAtStart() {
    return bytesAtStart;
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
  public void place(ShareKey key, int worker, Share share) {
    sent[key.operand() % 2]++;
    bytes += share.bytes();
    inner.place(key, worker, share);
  }

  @Override
  public void release(ShareKey key) {
    inner.release(key);
  }

  @Override
  public Round start(Dispatch dispatch) {
    return inner.start(dispatch);
  }

  @Override
  public Round startAll(List<Dispatch> dispatches) {
    bytesAtStart = bytes;
    return inner.startAll(dispatches);
  }

  @Override
  public void close() {
    inner.close();
  }
}
