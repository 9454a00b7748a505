package io.lagrid.spark;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.WorkerEvent;
import io.lagrid.spark.pinned.Delivery;
import io.lagrid.spark.pinned.Receiver;
import io.lagrid.spark.wire.Reply;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A round's queue of events. Answers are queued as they arrive and read by the thread that asks for
 * the next event. Thread-safe.
 */
final class SparkRound implements Round, Receiver {

  private final Dispatch dispatch;
  private final SparkCluster cluster;
  private final Clock clock;
  private final List<Integer> asked; // the worker of each visit
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Queue<Supplier<WorkerEvent>> events = new ArrayDeque<>(); // guarded by lock
  private final BitSet silent = new BitSet(); // workers without an event; guarded by lock
  private @Nullable Delivery delivery; // guarded by lock
  private boolean closed; // guarded by lock

  SparkRound(SparkCluster cluster, Dispatch dispatch, List<Seat> asked) {
    this.cluster = cluster;
    this.dispatch = dispatch;
    this.clock = cluster.clock();
    this.asked = asked.stream().map(seat -> seat.id().worker()).toList();
    silent.set(0, cluster.workers());
  }

  Dispatch dispatch() {
    return dispatch;
  }

  /** Cancels the delivery at once if the round was closed meanwhile. */
  void underway(Delivery delivery) {
    lock.lock();
    try {
      this.delivery = delivery;
      if (!closed) {
        return;
      }
    } finally {
      lock.unlock();
    }
    delivery.cancel();
  }

  @Override
  public String place(int worker) {
    return cluster.executors().get(worker).toString();
  }

  @Override
  public @Nullable WorkerEvent next(long deadlineNanos) throws InterruptedException {
    Supplier<WorkerEvent> event;
    lock.lock();
    try {
      while (events.isEmpty() && !silent.isEmpty()) {
        long now = clock.nanos();
        if (now >= deadlineNanos) {
          return null;
        }
        arrived.awaitNanos(deadlineNanos - now);
      }
      event = events.poll();
    } finally {
      lock.unlock();
    }
    return event == null ? null : event.get();
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
    boolean complete;
    lock.lock();
    try {
      if (!silent.get(worker)) {
        return;
      }
      silent.clear(worker);
      events.add(event);
      complete = silent.isEmpty();
      arrived.signal();
    } finally {
      lock.unlock();
    }
    if (complete) {
      cluster.forget(this);
    }
  }

  /** Cancels what runs and reports the workers that have given no event as lost. */
  void abandon(String reason) {
    Delivery running;
    lock.lock();
    try {
      running = end();
      silent.stream()
          .forEach(
              worker -> events.add(() -> new WorkerEvent.Lost(worker, dispatch.round(), reason)));
      silent.clear();
    } finally {
      lock.unlock();
    }
    cancel(running);
  }

  @Override
  public void close() {
    Delivery running;
    lock.lock();
    try {
      running = end();
      silent.clear();
      events.clear();
    } finally {
      lock.unlock();
    }
    cancel(running);
    cluster.forget(this);
  }

  private @Nullable Delivery end() {
    closed = true;
    arrived.signal();
    Delivery running = delivery;
    delivery = null;
    return running;
  }

  private static void cancel(@Nullable Delivery running) {
    if (running != null) {
      running.cancel();
    }
  }
}
