package io.lagrid.engine.cluster.sim;

import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.WorkerEvent;
import io.lagrid.engine.delay.RoundDelays;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A round of a simulated cluster, or several that are heard as one; all its state is guarded by the
 * cluster.
 */
final class SimulatedRound implements Round {

  private final SimulatedCluster cluster;
  private final List<Dispatch> dispatches;
  private final RoundDelays delays;
  private final Queue<WorkerEvent> arrived = new ArrayDeque<>();
  private final BitSet owing = new BitSet(); // events, dispatch by dispatch

  SimulatedRound(SimulatedCluster cluster, List<Dispatch> dispatches, RoundDelays delays) {
    this.cluster = cluster;
    this.dispatches = List.copyOf(dispatches);
    this.delays = delays;
    owing.set(0, cluster.workers() * dispatches.size());
  }

  List<Dispatch> dispatches() {
    return dispatches;
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

  void deliver(int index, WorkerEvent event) {
    arrived.add(event);
    owing.clear(index * cluster.workers() + event.worker());
    if (complete()) {
      cluster.forget(this);
    }
  }

  /** Every worker without an event is lost now. */
  void abandon(String reason) {
    owing.stream()
        .forEach(
            owed ->
                arrived.add(
                    new WorkerEvent.Lost(
                        owed % cluster.workers(),
                        dispatches.get(owed / cluster.workers()).round(),
                        reason)));
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
