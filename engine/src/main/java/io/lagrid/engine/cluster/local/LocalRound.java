package io.lagrid.engine.cluster.local;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.WorkerEvent;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The queue of events of one round, or of several that are heard as one, and the cancellation their
 * tasks look at. Thread-safe.
 */
final class LocalRound implements Round, Cancellation {

  private final List<Dispatch> dispatches;
  private final int workers;
  private final Clock clock;
  private final Consumer<LocalRound> forget;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Queue<WorkerEvent> events = new ArrayDeque<>(); // guarded by lock
  private final BitSet silent = new BitSet(); // events owed, dispatch by dispatch; guarded by lock
  private volatile boolean cancelled;

  /**
   * A round that waits for every worker.
   *
   * @param forget called, without locks held, when no worker owes an event any more
   */
  LocalRound(List<Dispatch> dispatches, int workers, Clock clock, Consumer<LocalRound> forget) {
    this.dispatches = List.copyOf(dispatches);
    this.workers = workers;
    this.clock = clock;
    this.forget = forget;
    silent.set(0, workers * dispatches.size());
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
    lock.lock();
    try {
      while (events.isEmpty() && !silent.isEmpty()) {
        long now = clock.nanos();
        if (now >= deadlineNanos) {
          return null;
        }
        arrived.awaitNanos(deadlineNanos - now);
      }
      return events.poll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Queues the event, unless the round is cancelled.
   *
   * @param index which of the dispatches it answers
   */
  void deliver(int index, WorkerEvent event) {
    int owed = index * workers + event.worker();
    boolean complete;
    lock.lock();
    try {
      if (!silent.get(owed)) {
        return;
      }
      silent.clear(owed);
      events.add(event);
      complete = silent.isEmpty();
      arrived.signal();
    } finally {
      lock.unlock();
    }
    if (complete) {
      forget.accept(this);
    }
  }

  /** Cancels the tasks and reports the workers that have given no event as lost. */
  void abandon(String reason) {
    cancelled = true;
    lock.lock();
    try {
      silent.stream()
          .forEach(
              owed ->
                  events.add(
                      new WorkerEvent.Lost(
                          owed % workers, dispatches.get(owed / workers).round(), reason)));
      silent.clear();
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    cancelled = true;
    lock.lock();
    try {
      silent.clear();
      events.clear();
      arrived.signal();
    } finally {
      lock.unlock();
    }
    forget.accept(this);
  }
}
