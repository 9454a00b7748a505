package io.lagrid.engine.cluster.local;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.Share;
import io.lagrid.engine.cluster.ShareKey;
import io.lagrid.engine.cluster.Worker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Workers as threads of this process: N daemon threads {@code lagrid-worker-0} to {@code
 * lagrid-worker-(N−1)}, of which a bounded number compute at a time. Shares are kept by reference;
 * nothing is copied.
 *
 * <p>Tasks start in the order of their dispatches and, within one, in the order of the workers, as
 * cores become free and as far as their worker is idle. Closing a round stops its tasks at their
 * next look at the cancellation; tasks that have not started never start.
 *
 * <p>Thread-safe.
 */
public final class LocalCluster implements Cluster {

  private static final long JOIN_MILLIS = 1000;

  private final Clock clock;
  private final Cores cores;
  private final CountDownLatch running;
  private final List<LocalWorker> threads = new ArrayList<>();
  private final Map<Long, LocalRound> open = new HashMap<>(); // guarded by this
  private boolean closed; // guarded by this

  private LocalCluster(Builder builder) {
    clock = builder.clock;
    cores = new Cores(builder.cores);
    running = new CountDownLatch(builder.workers);
    for (int i = 0; i < builder.workers; i++) {
      Worker worker = new Worker(i, clock, builder.kernels);
      threads.add(new LocalWorker(i, worker, cores, running));
    }
    threads.forEach(LocalWorker::start);
  }

  /**
   * A cluster of that many workers on all cores of the machine, with the fastest kernels.
   *
   * @throws IllegalArgumentException if {@code workers} is not positive
   */
  public static LocalCluster of(int workers) {
    return builder(workers).open();
  }

  /**
   * Starts the description of a cluster of that many workers.
   *
   * @throws IllegalArgumentException if {@code workers} is not positive
   */
  public static Builder builder(int workers) {
    return new Builder(workers);
  }

  @Override
  public int workers() {
    return threads.size();
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public synchronized void place(ShareKey key, int worker, Share share) {
    Objects.checkIndex(worker, workers());
    checkOpen();
    threads.get(worker).worker().place(key, share);
  }

  @Override
  public synchronized void release(ShareKey key) {
    threads.forEach(thread -> thread.worker().release(key));
  }

  @Override
  public Round start(Dispatch dispatch) {
    return startAll(List.of(dispatch));
  }

  @Override
  public synchronized Round startAll(List<Dispatch> dispatches) {
    checkOpen();
    for (Dispatch dispatch : dispatches) {
      if (open.containsKey(dispatch.round())) {
        throw new IllegalStateException("round " + dispatch.round() + " is already open");
      }
    }
    LocalRound round = new LocalRound(dispatches, workers(), clock, this::forget);
    dispatches.forEach(dispatch -> open.put(dispatch.round(), round));
    cores.queue(round, threads);
    return round;
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      new LinkedHashSet<>(open.values()).forEach(round -> round.abandon("the cluster was closed"));
      open.clear();
      cores.clear();
      threads.forEach(LocalWorker::stop);
      threads.forEach(thread -> thread.worker().releaseAll());
    }
    join();
  }

  /** How many shares the workers hold. */
  synchronized int heldShares() {
    return threads.stream().mapToInt(thread -> thread.worker().held()).sum();
  }

  /** How many rounds are neither closed nor complete. */
  synchronized int openRounds() {
    return open.size();
  }

  /** How many tasks wait for a core or for their worker. */
  int waitingTasks() {
    return cores.waiting();
  }

  /** How many workers' threads have not ended. */
  long runningThreads() {
    return running.getCount();
  }

  private synchronized void forget(LocalRound round) {
    round.dispatches().forEach(dispatch -> open.remove(dispatch.round(), round));
    cores.forget(round);
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the cluster is closed");
    }
  }

  /** Gives up after a while: a task that ignores its cancellation keeps a daemon thread. */
  private void join() {
    try {
      running.await(JOIN_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Describes a local cluster. Defaults: as many cores as the machine has, {@link Clock#system()},
   * {@link Kernels#fastest()}.
   *
   * <p>Confined to one thread.
   */
  public static final class Builder {

    private final int workers;
    private int cores = Runtime.getRuntime().availableProcessors();
    private Clock clock = Clock.system();
    private Supplier<? extends Kernels> kernels = Kernels::fastest;

    private Builder(int workers) {
      this.workers = positive("workers", workers);
    }

    /**
     * How many workers compute at a time.
     *
     * @throws IllegalArgumentException if {@code cores} is not positive
     */
    public Builder cores(int cores) {
      this.cores = positive("cores", cores);
      return this;
    }

    /**
     * The clock that tasks are timed with and that deadlines are readings of; runs in real time.
     */
    public Builder clock(Clock clock) {
      this.clock = clock;
      return this;
    }

    /** Gives the kernels; asked by each worker once, by its first task. */
    public Builder kernels(Supplier<? extends Kernels> kernels) {
      this.kernels = kernels;
      return this;
    }

    /** Starts the workers. */
    public LocalCluster open() {
      return new LocalCluster(this);
    }

    private static int positive(String name, int value) {
      if (value < 1) {
        throw new IllegalArgumentException(name + " is " + value + "; at least 1 is needed");
      }
      return value;
    }
  }
}
