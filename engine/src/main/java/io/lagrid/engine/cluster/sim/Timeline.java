package io.lagrid.engine.cluster.sim;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * What will happen, by the time it will: events of equal time in the order they were planned.
 * Guarded by the cluster.
 */
final class Timeline {

  private final SimulatedClock clock = new SimulatedClock();
  private final Queue<Event> events =
      new PriorityQueue<>(
          Comparator.comparingLong(Event::atNanos).thenComparingLong(Event::sequence));
  private long sequence;
  private long now; // of the event that happens; may lag behind the clock

  /** Something that happens to a round's task. */
  private record Event(long atNanos, long sequence, SimulatedRound round, Runnable action) {}

  SimulatedClock clock() {
    return clock;
  }

  /** The time of the event that is happening, else the clock's. */
  long now() {
    return Math.max(now, 0);
  }

  /** Plans an action; one that is infinitely far away never happens. */
  void plan(double seconds, SimulatedRound round, Runnable action) {
    if (seconds < (Long.MAX_VALUE - now) * 1e-9) {
      events.add(new Event(now + Math.round(seconds * 1e9), sequence++, round, action));
    }
  }

  /** Lets everything happen that is due by the clock. */
  void catchUp() {
    while (happen(clock.nanos())) {
      // one event each
    }
    now = clock.nanos();
  }

  /** Lets the next event happen if it is due by then; the clock moves along. */
  boolean happen(long deadlineNanos) {
    Event first = events.peek();
    if (first == null || first.atNanos > deadlineNanos) {
      return false;
    }
    events.remove();
    now = first.atNanos;
    clock.advanceTo(now);
    first.action.run();
    return true;
  }

  void forget(SimulatedRound round) {
    events.removeIf(event -> event.round == round);
  }

  void clear() {
    events.clear();
  }

  int planned() {
    return events.size();
  }
}
