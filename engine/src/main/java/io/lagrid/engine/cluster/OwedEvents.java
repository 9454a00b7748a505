package io.lagrid.engine.cluster;

import io.lagrid.algebra.ambient.Clock;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The events that are owed to a round, numbered from 0: each is delivered once, and what is
 * delivered again or after the end is ignored. What {@link Round#next} needs wherever workers
 * answer from threads of their own. Thread-safe.
 */
public final class OwedEvents {

  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Queue<Supplier<WorkerEvent>> events = new ArrayDeque<>(); // guarded by lock
  private final BitSet owed = new BitSet(); // guarded by lock

  /**
   * All events are owed.
   *
   * @param clock the cluster's
   * @param count how many
   */
  public OwedEvents(Clock clock, int count) {
    this.clock = clock;
    owed.set(0, count);
  }

  /**
   * The next event in order of delivery: {@link Round#next}.
   *
   * @param deadlineNanos of the clock
   */
  public @Nullable WorkerEvent next(long deadlineNanos) throws InterruptedException {
    Supplier<WorkerEvent> event;
    lock.lock();
    try {
      while (events.isEmpty() && !owed.isEmpty()) {
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

  /**
   * Delivers an event, if it is still owed.
   *
   * @param event asked for by the thread that calls {@link #next}
   * @return whether it was the last one owed
   */
  public boolean deliver(int number, Supplier<WorkerEvent> event) {
    lock.lock();
    try {
      if (!owed.get(number)) {
        return false;
      }
      owed.clear(number);
      events.add(event);
      arrived.signal();
      return owed.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** Whether an event is still owed. */
  public boolean owes(int number) {
    lock.lock();
    try {
      return owed.get(number);
    } finally {
      lock.unlock();
    }
  }

  /** Delivers an event in place of each that is still owed. */
  public void settle(IntFunction<WorkerEvent> event) {
    lock.lock();
    try {
      owed.stream().forEach(number -> events.add(() -> event.apply(number)));
      owed.clear();
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Drops what was delivered and is owed: there are no more events. */
  public void drop() {
    lock.lock();
    try {
      owed.clear();
      events.clear();
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }
}
