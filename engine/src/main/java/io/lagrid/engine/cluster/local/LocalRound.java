package io.lagrid.engine.cluster.local;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.OwedEvents;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.WorkerEvent;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The events of one round, or of several that are heard as one, and the cancellation their tasks
 * look at. Thread-safe.
 */
final class LocalRound implements Round, Cancellation {

  private final List<Dispatch> dispatches;
  private final int workers;
  private final Consumer<LocalRound> forget;
  private final OwedEvents events; // dispatch by dispatch, worker by worker
  private volatile boolean cancelled;

  /**
   * A round that waits for every worker.
   *
   * @param forget called, without locks held, when no worker owes an event any more
   */
  LocalRound(List<Dispatch> dispatches, int workers, Clock clock, Consumer<LocalRound> forget) {
    this.dispatches = List.copyOf(dispatches);
    this.workers = workers;
    this.forget = forget;
    this.events = new OwedEvents(clock, workers * dispatches.size());
  }

  List<Dispatch> dispatches() {
    return dispatches;
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }

  @Override
  public @Nullable WorkerEvent next(long deadlineNanos) throws InterruptedException {
    return events.next(deadlineNanos);
  }

  /**
   * Queues the event, unless the round is cancelled.
   *
   * @param index which of the dispatches it answers
   */
  void deliver(int index, WorkerEvent event) {
    if (events.deliver(index * workers + event.worker(), () -> event)) {
      forget.accept(this);
    }
  }

  /**
   * Reports the workers that have given no event as lost, then cancels the tasks: the other way
   * round, one that is quick would report its cancellation as the reason.
   */
  void abandon(String reason) {
    events.settle(
        owed ->
            new WorkerEvent.Lost(owed % workers, dispatches.get(owed / workers).round(), reason));
    cancelled = true;
  }

  @Override
  public void close() {
    cancelled = true;
    events.drop();
    forget.accept(this);
  }
}
