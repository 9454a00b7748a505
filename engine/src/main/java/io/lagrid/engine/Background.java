package io.lagrid.engine;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Running blocking computations where the caller wants them. */
final class Background {

  private Background() {}

  /** Runs on a thread of its own; cancelling the future interrupts it. */
  static <T> CompletableFuture<T> run(Supplier<T> computation) {
    Running<T> future = new Running<>(computation);
    future.thread.start();
    return future;
  }

  private static final class Running<T> extends CompletableFuture<T> {

    private final Thread thread;

    Running(Supplier<T> computation) {
      thread = new Thread(() -> completeBy(computation), "lagrid-coordinator");
      thread.setDaemon(true);
    }

    private void completeBy(Supplier<T> computation) {
      try {
        complete(computation.get());
      } catch (Throwable failure) { // handed to whoever waits for the future
        completeExceptionally(failure);
      }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      boolean cancelled = super.cancel(mayInterruptIfRunning);
      if (cancelled) {
        thread.interrupt();
      }
      return cancelled;
    }
  }

  /**
   * Runs on the calling thread.
   *
   * @throws CancellationException if the thread is interrupted; its interrupt status is set again
   */
  static <T> T interruptible(Lagrid.Waiting<T> computation) {
    try {
      return computation.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      CancellationException cancelled = new CancellationException("interrupted while waiting");
      cancelled.initCause(e);
      throw cancelled;
    }
  }
}
