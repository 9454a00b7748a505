package io.lagrid.algebra.kernel;

import java.util.concurrent.CancellationException;

/**
 * Asked by long computations every millisecond or so whether to give up.
 *
 * <p>Implementations are thread-safe: one thread computes, another cancels.
 */
@FunctionalInterface
public interface Cancellation {

  /** Whether the result is no longer wanted. */
  boolean cancelled();

  /**
   * Returns normally while the result is wanted.
   *
   * @throws CancellationException once it is not
   */
  default void check() {
    if (cancelled()) {
      throw new CancellationException("the result is no longer wanted");
    }
  }

  /** Never cancelled. */
  static Cancellation never() {
    return () -> false;
  }
}
