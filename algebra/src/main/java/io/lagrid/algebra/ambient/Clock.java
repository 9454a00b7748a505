package io.lagrid.algebra.ambient;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A monotonic clock in nanoseconds. Code that waits or measures takes one as an argument, so that
 * tests and simulations run in virtual time.
 *
 * <p>Implementations are thread-safe.
 */
@FunctionalInterface
public interface Clock {

  /**
   * Nanoseconds since a fixed origin; never negative and never decreasing, so that the difference
   * of two readings, and of {@link Long#MAX_VALUE} and a reading, does not overflow.
   */
  long nanos();

  /**
   * Waits until the signal is given or the clock reads the deadline, whichever is first. The only
   * place that sleeps.
   *
   * @param signal given when its count reaches zero
   * @param deadlineNanos a reading of this clock, {@link Long#MAX_VALUE} for ever; a reading in the
   *     past asks without waiting
   * @return whether the signal was given
   * @throws InterruptedException if the calling thread is interrupted
   * @implSpec Waits in real time and then reads the clock again. A virtual clock overrides this and
   *     moves its own reading to the deadline.
   */
  default boolean await(CountDownLatch signal, long deadlineNanos) throws InterruptedException {
    for (long now = nanos(); now < deadlineNanos; now = nanos()) {
      if (signal.await(deadlineNanos - now, TimeUnit.NANOSECONDS)) {
        return true;
      }
    }
    return signal.getCount() == 0;
  }

  /** The machine's monotonic clock. All its readings in one process share one origin. */
  static Clock system() {
    return SystemClock.INSTANCE;
  }
}
