package io.lagrid.engine.cluster.piece;

import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.ForwardingCluster;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.Share;
import io.lagrid.engine.cluster.ShareKey;
import java.util.List;

/** A cluster that counts the shares it was sent, by operand. */
final class CountingCluster extends ForwardingCluster {

  private final long[] sent = new long[2];
  private long bytes;
  private long bytesAtStart;

  CountingCluster(Cluster inner) {
    super(inner);
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
  public void place(ShareKey key, int worker, Share share) {
    sent[key.operand() % 2]++;
    bytes += share.bytes();
    super.place(key, worker, share);
  }

  @Override
  public Round startAll(List<Dispatch> dispatches) {
    bytesAtStart = bytes;
    return super.startAll(dispatches);
  }
}
