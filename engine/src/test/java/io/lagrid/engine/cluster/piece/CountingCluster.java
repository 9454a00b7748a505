package io.lagrid.engine.cluster.piece;

import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.ForwardingCluster;
import io.lagrid.engine.cluster.Share;
import io.lagrid.engine.cluster.ShareKey;

/** A cluster that counts the shares it was sent, by operand. */
final class CountingCluster extends ForwardingCluster {

  private final long[] sent = new long[2];

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

  @Override
  public void place(ShareKey key, int worker, Share share) {
    sent[key.operand() % 2]++;
    super.place(key, worker, share);
  }
}
