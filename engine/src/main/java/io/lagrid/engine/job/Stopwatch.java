package io.lagrid.engine.job;

import io.lagrid.algebra.ambient.Clock;

/** Measures stages that follow one another. Confined to one thread. */
public final class Stopwatch {

  private final Clock clock;
  private long last;

  /** Starts now. */
  public Stopwatch(Clock clock) {
    this.clock = clock;
    this.last = clock.nanos();
  }

  /** Nanoseconds since the previous lap. */
  public long lap() {
    long now = clock.nanos();
    long lap = now - last;
    last = now;
    return lap;
  }
}
