package io.lagrid.spark.speed;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.Share;
import io.lagrid.engine.cluster.ShareKey;

/** A cluster whose tasks keep a pace. */
record PacedCluster(Cluster inner, Pace pace) implements Cluster {

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
    inner.place(key, worker, share);
  }

  @Override
  public void release(ShareKey key) {
    inner.release(key);
  }

  @Override
  public Round start(Dispatch dispatch) {
    return inner.start(
        new Dispatch(dispatch.round(), new PacedTask(dispatch.task(), pace), dispatch.operands()));
  }

  @Override
  public void close() {
    inner.close();
  }
}
