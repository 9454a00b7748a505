package io.lagrid.algebra.ambient;

/** The machine's monotonic clock, counted from the first use so that readings are not negative. */
enum SystemClock implements Clock {
  INSTANCE;

  private final long origin = System.nanoTime();

  @Override
  public long nanos() {
    return System.nanoTime() - origin;
  }
}
