package io.lagrid.engine.cluster;

import io.lagrid.algebra.ambient.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until it is moved, and that waits by moving itself. Thread-safe. */
public final class VirtualClock implements Clock {

  private final AtomicLong reading = new AtomicLong();

  @Override
  public long nanos() {
    return reading.get();
  }

  /** Moves the reading forward to {@code nanos}; does nothing if it has passed that. */
  public void advanceTo(long nanos) {
    reading.accumulateAndGet(nanos, Math::max);
  }

  /** Moves the reading forward. */
  public void advance(Duration duration) {
    reading.addAndGet(duration.toNanos());
  }

  /**
   * Moves the reading to the deadline unless the signal is given.
   *
   * @throws AssertionError if it would wait for ever
   */
  @Override
  public boolean await(CountDownLatch signal, long deadlineNanos) {
    if (signal.getCount() == 0) {
      return true;
    }
    if (deadlineNanos == Long.MAX_VALUE) {
      throw new AssertionError("nothing will happen any more, and no deadline ends the wait");
    }
    advanceTo(deadlineNanos);
    return false;
  }
}
