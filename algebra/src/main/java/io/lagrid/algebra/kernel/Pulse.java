package io.lagrid.algebra.kernel;

/**
 * Asks a {@link Cancellation} every so many multiply–adds: often enough to stop within a
 * millisecond or so, seldom enough to cost nothing. Confined to one call.
 */
final class Pulse {

  /**
   * Multiply–adds between two questions; some 0.05 ms of vector work, 0.5 ms of memory-bound work.
   */
  private static final long INTERVAL = 1 << 20;

  private final Cancellation cancellation;
  private long work;

  Pulse(Cancellation cancellation) {
    this.cancellation = cancellation;
  }

  /** To be called before {@code multiplyAdds} of work; throws if the result is no longer wanted. */
  void spend(long multiplyAdds) {
    work += multiplyAdds;
    if (work >= INTERVAL) {
      work = 0;
      cancellation.check();
    }
  }
}
