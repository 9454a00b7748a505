package io.lagrid.spark.speed;

import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.ForwardingCluster;
import io.lagrid.engine.cluster.Round;
import java.util.List;

/** A cluster whose tasks keep a pace. */
final class PacedCluster extends ForwardingCluster {

  private final Pace pace;

  PacedCluster(Cluster inner, Pace pace) {
    super(inner);
    this.pace = pace;
  }

  @Override
  public Round startAll(List<Dispatch> dispatches) {
    return super.startAll(dispatches.stream().map(this::paced).toList());
  }

  private Dispatch paced(Dispatch dispatch) {
    return new Dispatch(
        dispatch.round(), new PacedTask(dispatch.task(), pace), dispatch.operands());
  }
}
