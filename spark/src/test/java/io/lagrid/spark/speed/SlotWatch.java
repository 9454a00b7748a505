package io.lagrid.spark.speed;

import io.lagrid.algebra.ambient.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.apache.spark.TaskKilled;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Waits for the driver to hear that killed tasks have ended. Thread-safe. */
final class SlotWatch extends SparkListener {

  private static final long PATIENCE = Duration.ofSeconds(30).toNanos();

  private final Clock clock = Clock.system();
  private int killed;
  private long last;
  private CountDownLatch change = new CountDownLatch(1);

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd event) {
    if (event.reason() instanceof TaskKilled) {
      killed++;
      last = clock.nanos();
      change.countDown();
      change = new CountDownLatch(1);
    }
  }

  /** How long after a reading of the clock so many killed tasks had ended; forgets them. */
  double secondsUntilKilled(int count, long fromNanos) throws InterruptedException {
    while (true) {
      CountDownLatch next;
      synchronized (this) {
        if (killed >= count) {
          killed = 0;
          return (last - fromNanos) / 1e9;
        }
        next = change;
      }
      if (!clock.await(next, fromNanos + PATIENCE)) {
        throw new AssertionError("only %d tasks were killed".formatted(killed));
      }
    }
  }
}
