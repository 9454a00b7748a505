package io.lagrid.engine.cluster.sim;

import io.lagrid.algebra.ambient.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until it is moved, and that waits by moving itself. Thread-safe. */
final class SimulatedClock implements Clock {

  private final AtomicLong reading = new AtomicLong();

  @Override
  public long nanos() {
    return reading.get();
  }

  /** Moves the reading forward; does nothing if it has passed that. */
  void advanceTo(long nanos) {
    reading.accumulateAndGet(nanos, Math::max);
  }

  /**
   * Moves the reading to the deadline unless the signal is given.
   *
   * @throws IllegalStateException if it would wait for ever
   */
  @Override
  public boolean await(CountDownLatch signal, long deadlineNanos) {
    if (signal.getCount() == 0) {
      return true;
    }
    if (deadlineNanos == Long.MAX_VALUE) {
      throw endless();
    }
    advanceTo(deadlineNanos);
    return false;
  }

  static IllegalStateException endless() {
    return new IllegalStateException(
        "nothing will happen any more in the simulation, and no deadline ends the wait");
  }
}
