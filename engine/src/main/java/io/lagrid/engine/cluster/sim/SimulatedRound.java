package io.lagrid.engine.cluster.sim;

import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.WorkerEvent;
import io.lagrid.engine.delay.RoundDelays;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A round of a simulated cluster; all its state is guarded by the cluster. */
final class SimulatedRound implements Round {

  private final SimulatedCluster cluster;
  private final Dispatch dispatch;
  private final RoundDelays delays;
  private final Queue<WorkerEvent> arrived = new ArrayDeque<>();
  private final BitSet owing = new BitSet();

  SimulatedRound(SimulatedCluster cluster, Dispatch dispatch, RoundDelays delays) {
    this.cluster = cluster;
    this.dispatch = dispatch;
    this.delays = delays;
    owing.set(0, cluster.workers());
  }

  Dispatch dispatch() {
    return dispatch;
  }

  RoundDelays delays() {
    return delays;
  }

  /** Whether no further event will arrive. */
  boolean complete() {
    return owing.isEmpty();
  }

  @Nullable WorkerEvent poll() {
    return arrived.poll();
  }

  void deliver(WorkerEvent event) {
    arrived.add(event);
    owing.clear(event.worker());
    if (complete()) {
      cluster.forget(this);
    }
  }

  /** Every worker without an event is lost now. */
  void abandon(String reason) {
    owing.stream()
        .forEach(worker -> arrived.add(new WorkerEvent.Lost(worker, dispatch.round(), reason)));
    owing.clear();
  }

  void drop() {
    arrived.clear();
    owing.clear();
  }

  @Override
  public @Nullable WorkerEvent next(long deadlineNanos) {
    return cluster.next(this, deadlineNanos);
  }

  @Override
  public void close() {
    cluster.close(this);
  }
}
