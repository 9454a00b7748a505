package io.lagrid.engine.cluster.piece;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.ClusterContract;
import io.lagrid.engine.cluster.sim.SimulatedCluster;
import io.lagrid.engine.delay.DelayModel;
import java.util.Optional;

/** Five pieces of three workers are a cluster like any other. */
class PieceClusterContractTest extends ClusterContract {

  /** Worker i takes i + 1 ms. */
  private static final DelayModel IN_TURN =
      (workers, randomness) -> () -> (worker, attempt) -> (worker + 1) * 1e-3;

  private Optional<SimulatedCluster> simulated = Optional.empty();

  @Override
  protected Cluster open(int workers) {
    Loads loads = Loads.of(2, 2, workers - 4);
    SimulatedCluster inner =
        SimulatedCluster.builder(loads.workers(), IN_TURN, Randomness.insecure(1)).open();
    simulated = Optional.of(inner);
    return PieceCluster.around(inner, loads);
  }

  @Override
  protected int retained(Cluster cluster) {
    return simulated.orElseThrow().retained() + ((PieceCluster) cluster).kept();
  }
}
