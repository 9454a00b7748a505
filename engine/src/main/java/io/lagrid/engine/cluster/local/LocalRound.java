package io.lagrid.engine.cluster.local;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.WorkerEvent;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A round's queue of events, and the cancellation its tasks look at. Thread-safe. */
final class LocalRound implements Round, Cancellation {

  private final Dispatch dispatch;
  private final Clock clock;
  private final Consumer<LocalRound> forget;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Queue<WorkerEvent> events = new ArrayDeque<>(); // guarded by lock
  private final BitSet silent = new BitSet(); // workers without an event; guarded by lock
  private volatile boolean cancelled;

  /**
   * A round that waits for every worker.
   *
   * @param forget called, without locks held, when no worker owes an event any more
   */
  LocalRound(Dispatch dispatch, int workers, Clock clock, Consumer<LocalRound> forget) {
    this.dispatch = dispatch;
    this.clock = clock;
    this.forget = forget;
    silent.set(0, workers);
  }

  Dispatch dispatch() {
    return dispatch;
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

  /** Queues the event, unless the round is cancelled. */
  void deliver(WorkerEvent event) {
    boolean complete;
    lock.lock();
    try {
      if (!silent.get(event.worker())) {
        return;
      }
      silent.clear(event.worker());
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
          .forEach(worker -> events.add(new WorkerEvent.Lost(worker, dispatch.round(), reason)));
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
