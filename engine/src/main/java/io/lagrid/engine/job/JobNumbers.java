package io.lagrid.engine.job;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers for jobs and rounds, unique within this process, so that no cluster confuses two of them.
 */
final class JobNumbers {

  private static final AtomicLong LAST = new AtomicLong();

  private JobNumbers() {}

  static long next() {
    return LAST.incrementAndGet();
  }
}
