package io.lagrid.engine;

import io.lagrid.algebra.ambient.Clock;

/** Measures stages that follow one another. Confined to one thread. */
final class Stopwatch {

  private final Clock clock;
  private long last;

  Stopwatch(Clock clock) {
    this.clock = clock;
    this.last = clock.nanos();
  }

  /** Nanoseconds since the previous lap. */
  long lap() {
    long now = clock.nanos();
    long lap = now - last;
    last = now;
    return lap;
  }
}
