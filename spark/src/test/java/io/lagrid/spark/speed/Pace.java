package io.lagrid.spark.speed;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.algebra.kernel.Cancellation;
import java.io.Serializable;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.apache.spark.SparkEnv;

/**
 * How long tasks take, whatever they compute: the machine has fewer cores than the cluster has
 * executors.
 *
 * @param seconds on most executors
 * @param slowSeconds on the slow ones
 * @param slow the ids of those
 */
record Pace(double seconds, double slowSeconds, Set<String> slow) implements Serializable {

  private static final long serialVersionUID = 1;
  private static final long LOOK = 2_000_000; // nanoseconds

  /** Waits until a task that began then may end; cancelled, gives up. */
  void keep(long beganNanos, Cancellation cancellation) {
    Clock clock = Clock.system();
    boolean late = slow.contains(SparkEnv.get().executorId());
    long end = beganNanos + (long) (1e9 * (late ? slowSeconds : seconds));
    CountDownLatch never = new CountDownLatch(1);
    try {
      for (long now = clock.nanos(); now < end; now = clock.nanos()) {
        cancellation.check();
        boolean unused = clock.await(never, Math.min(end, now + LOOK));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }
}
