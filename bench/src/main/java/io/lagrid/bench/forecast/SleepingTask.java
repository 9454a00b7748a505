package io.lagrid.bench.forecast;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.engine.cluster.Share;
import io.lagrid.engine.cluster.Task;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;

/**
 * A task that starts with a sleep. The first share says who the worker is.
 *
 * @param task what is computed after the sleep
 * @param seconds how long each worker sleeps
 */
record SleepingTask(Task task, List<Double> seconds) implements Task {

  private static final long serialVersionUID = 1;

  /** How often a sleeper looks whether it is still wanted. */
  private static final long LOOK_NANOS = 2_000_000;

  @Override
  public Block compute(List<Share> shares, Kernels kernels, Cancellation cancellation) {
    int worker = (int) shares.get(0).blocks().get(0).plane(0).get(0, 0);
    sleep(seconds.get(worker), cancellation);
    return task.compute(shares.subList(1, shares.size()), kernels, cancellation);
  }

  private static void sleep(double seconds, Cancellation cancellation) {
    Clock clock = Clock.system();
    long end = clock.nanos() + Math.round(seconds * 1e9);
    CountDownLatch never = new CountDownLatch(1);
    try {
      for (long now = clock.nanos(); now < end; now = clock.nanos()) {
        if (cancellation.cancelled()) {
          throw new CancellationException();
        }
        clock.await(never, Math.min(end, now + LOOK_NANOS));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }
}
