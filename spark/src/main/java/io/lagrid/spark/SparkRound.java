package io.lagrid.spark;

import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.OwedEvents;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.WorkerEvent;
import io.lagrid.spark.pinned.Delivery;
import io.lagrid.spark.pinned.Receiver;
import io.lagrid.spark.wire.Reply;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A round's events. Answers are queued as they arrive and read by the thread that asks for the next
 * event. Thread-safe.
 */
final class SparkRound implements Round, Receiver {

  private final Dispatch dispatch;
  private final SparkCluster cluster;
  private final List<Integer> asked; // the worker of each visit
  private final OwedEvents events; // one of each worker
  private @Nullable Delivery delivery; // guarded by this
  private boolean closed; // guarded by this

  SparkRound(SparkCluster cluster, Dispatch dispatch, List<Seat> asked) {
    this.cluster = cluster;
    this.dispatch = dispatch;
    this.asked = asked.stream().map(seat -> seat.id().worker()).toList();
    this.events = new OwedEvents(cluster.clock(), cluster.workers());
  }

  Dispatch dispatch() {
    return dispatch;
  }

  /** Cancels the delivery at once if the round was closed meanwhile. */
  void underway(Delivery delivery) {
    synchronized (this) {
      if (!closed) {
        this.delivery = delivery;
        return;
      }
    }
    delivery.cancel();
  }

  @Override
  public String place(int worker) {
    return cluster.executors().get(worker).toString();
  }

  @Override
  public @Nullable WorkerEvent next(long deadlineNanos) throws InterruptedException {
    return events.next(deadlineNanos);
  }

  @Override
  public void answered(int visit, byte[] answer) {
    int worker = asked.get(visit);
    try {
      Reply reply = Reply.read(answer);
      cluster.arrived(worker, reply.stored());
      deliver(worker, () -> reply.event(worker, dispatch.round()));
    } catch (IllegalArgumentException e) {
      lose(worker, "its reply cannot be read: " + e.getMessage());
    }
  }

  @Override
  public void failed(int visit, String reason) {
    lose(asked.get(visit), reason);
  }

  /** Reports a worker as lost, unless it has given its event. */
  void lose(int worker, String reason) {
    deliver(worker, () -> new WorkerEvent.Lost(worker, dispatch.round(), reason));
  }

  private void deliver(int worker, Supplier<WorkerEvent> event) {
    if (events.deliver(worker, event)) {
      cluster.forget(this);
    }
  }

  /** Cancels what runs and reports the workers that have given no event as lost. */
  void abandon(String reason) {
    events.settle(worker -> new WorkerEvent.Lost(worker, dispatch.round(), reason));
    cancel();
  }

  @Override
  public void close() {
    events.drop();
    cancel();
    cluster.forget(this);
  }

  private void cancel() {
    Delivery running;
    synchronized (this) {
      closed = true;
      running = delivery;
      delivery = null;
    }
    if (running != null) {
      running.cancel();
    }
  }
}
