package io.lagrid.algebra.ambient;

/**
 * A monotonic clock in nanoseconds. Code that waits or measures takes one as an argument, so that
 * tests and simulations run in virtual time.
 *
 * <p>Implementations are thread-safe.
 */
@FunctionalInterface
public interface Clock {

  /** Nanoseconds since an arbitrary fixed origin; never decreases. */
  long nanos();

  /** The machine's monotonic clock. */
  static Clock system() {
    return System::nanoTime;
  }
}
