package io.lagrid.spark;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.ClusterFailedException;
import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.Share;
import io.lagrid.engine.cluster.ShareKey;
import io.lagrid.spark.pinned.Attendance;
import io.lagrid.spark.pinned.Delivery;
import io.lagrid.spark.pinned.Executor;
import io.lagrid.spark.pinned.Receiver;
import io.lagrid.spark.pinned.TaskTotals;
import io.lagrid.spark.resident.LedgerCall;
import io.lagrid.spark.resident.LedgerEntry;
import io.lagrid.spark.resident.SweepCall;
import io.lagrid.spark.resident.WorkerRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.SparkContext;

/**
 * Workers as executors of a Spark application. When the cluster is opened every worker is given a
 * seat at one executor, for good. Its shares are kept there, in memory or on disk, until they are
 * released; a round is one Spark job whose tasks run at their workers' seats or not at all. A
 * worker whose executor is gone is lost, and its shares with it.
 *
 * <p>Shares are sealed for their seat before they leave the driver: what Spark carries past another
 * executor cannot be read there.
 *
 * <p>Thread-safe.
 */
public final class SparkCluster implements Cluster {

  private static final String ERRAND = "round-";
  private static final long SWEEP_FROM = 1 << 20; // bytes

  private final Clock clock = Clock.system();
  private final long number = Randomness.secure().nextLong();
  private final Placements placements;
  private final Crew crew;
  private final AtomicLong unswept = new AtomicLong();
  private final Map<Long, SparkRound> open = new HashMap<>(); // guarded by this
  private final Runnable afterwards;
  private boolean closed; // guarded by this

  private SparkCluster(
      SparkContext context, SparkSettings settings, int workers, Runnable afterwards)
      throws InterruptedException {
    this.afterwards = afterwards;
    placements = new Placements(context, settings.carried());
    crew = new Crew(number, context, settings, workers, clock);
    crew.observe(new Watch());
  }

  /** Opens a cluster with the settings of the application's configuration. */
  public static SparkCluster open(SparkContext context, int workers) {
    return open(context, workers, SparkSettings.of(context.getConf()));
  }

  /**
   * Opens a cluster: waits for executors and gives every worker its seat.
   *
   * @param context the application; stays open when the cluster is closed
   * @throws IllegalArgumentException if {@code workers} is not positive
   * @throws TooFewExecutorsException if the application has not executors enough
   * @throws CancellationException if the thread is interrupted while it waits
   */
  public static SparkCluster open(SparkContext context, int workers, SparkSettings settings) {
    return open(context, workers, settings, () -> {});
  }

  /** Opens a cluster that does something more when it is closed. */
  static SparkCluster open(
      SparkContext context, int workers, SparkSettings settings, Runnable afterwards) {
    if (workers < 1) {
      throw new IllegalArgumentException("workers is " + workers + "; at least 1 is needed");
    }
    try {
      return new SparkCluster(context, settings, workers, afterwards);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for executors");
    }
  }

  @Override
  public int workers() {
    return crew.seats().size();
  }

  @Override
  public Clock clock() {
    return clock;
  }

  /** Workers that share an executor are one party: see {@link Separation}. */
  @Override
  public Optional<String> dependence() {
    List<Executor> executors = executors();
    for (int worker = 1; worker < executors.size(); worker++) {
      int other = executors.indexOf(executors.get(worker));
      if (other < worker) {
        return Optional.of(
            "workers %d and %d share %s".formatted(other, worker, executors.get(worker)));
      }
    }
    return Optional.empty();
  }

  /** The executor each worker sits at, by worker. */
  public List<Executor> executors() {
    return crew.seats().stream().map(Seat::executor).toList();
  }

  @Override
  public void place(ShareKey key, int worker, Share share) {
    Objects.checkIndex(worker, workers());
    checkOpen();
    placements.place(key, worker, share);
  }

  /**
   * {@inheritDoc} Executors drop the shares with the next round, or at once if they are large or
   * many.
   */
  @Override
  public void release(ShareKey key) {
    if (unswept.addAndGet(placements.release(key)) >= SWEEP_FROM && isOpen()) {
      unswept.set(0);
      crew.send(
          "sweep",
          "drop released shares",
          crew.present(),
          seat -> new SweepCall(seat.id(), placements.keep(seat.id().worker())),
          Receiver.nobody());
    }
  }

  @Override
  public Round start(Dispatch dispatch) {
    return startAll(List.of(dispatch));
  }

  /** {@inheritDoc} A worker is sent the next task when the driver has heard of the one before. */
  @Override
  public Round startAll(List<Dispatch> dispatches) {
    SparkRound round = new SparkRound(this, dispatches);
    enter(round);
    try {
      round.begin();
      return round;
    } catch (RuntimeException e) {
      round.close();
      throw e;
    }
  }

  /**
   * What the executors that are there noted about this cluster's workers, executor by executor,
   * each in order: where shares were stored, computed on and dropped. For tests and audits.
   *
   * @throws CancellationException if the thread is interrupted while it waits
   */
  public List<LedgerEntry> ledger() {
    checkOpen();
    List<LedgerEntry> entries = new ArrayList<>();
    try {
      crew.askExecutors("ledger", "fetch the ledgers", new LedgerCall(number), Long.MAX_VALUE)
          .forEach((executor, answer) -> entries.addAll(LedgerCall.read(answer, executor)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for the ledgers");
    }
    return entries;
  }

  /** What this cluster's tasks have taken on each executor; Spark tells a little after the fact. */
  public Map<Executor, TaskTotals> totals() {
    return crew.totals();
  }

  @Override
  public void close() {
    List<SparkRound> abandoned;
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      abandoned = open.values().stream().distinct().toList();
      open.clear();
    }
    abandoned.forEach(round -> round.abandon("the cluster was closed"));
    placements.releaseAll();
    crew.dismiss();
    crew.close();
    afterwards.run();
  }

  /** The worker holds those parcels by now. */
  void arrived(int worker, Collection<Long> parcels) {
    if (!parcels.isEmpty()) {
      placements.arrived(worker, parcels);
    }
  }

  /** The round needs no looking after any more. */
  synchronized void forget(SparkRound round) {
    round.dispatches().forEach(dispatch -> open.remove(dispatch.round(), round));
  }

  /** Sends workers a dispatch's task, and the shares it needs. */
  Delivery send(Dispatch dispatch, List<Integer> workers, Receiver receiver) {
    return crew.send(
        ERRAND + dispatch.round(),
        "round %d, %d workers".formatted(dispatch.round(), workers.size()),
        workers.stream().map(crew.seats()::get).toList(),
        seat -> placements.call(seat, dispatch, workers()),
        receiver);
  }

  /** What the tasks of a dispatch have taken at the worker's executor, as far as Spark has told. */
  TaskTotals totals(Dispatch dispatch, int worker) {
    return crew.totals(ERRAND + dispatch.round(), crew.seats().get(worker));
  }

  /** Why a worker is lost for good; empty if it is there. */
  Optional<String> whyGone(int worker) {
    return crew.whyGone(crew.seats().get(worker));
  }

  /** How many shares are placed. */
  int heldShares() {
    return placements.held();
  }

  /** How many rounds are neither closed nor complete. */
  synchronized int openRounds() {
    return open.size();
  }

  /** The number that the executors' registries know this cluster by. */
  long number() {
    return number;
  }

  private synchronized void enter(SparkRound round) {
    checkOpen();
    for (Dispatch dispatch : round.dispatches()) {
      if (open.containsKey(dispatch.round())) {
        throw new IllegalStateException("round " + dispatch.round() + " is already open");
      }
    }
    round.dispatches().forEach(dispatch -> open.put(dispatch.round(), round));
  }

  private synchronized void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the cluster is closed");
    }
    if (crew.stopped()) {
      throw new ClusterFailedException("the Spark application has ended");
    }
  }

  private synchronized boolean isOpen() {
    return !closed;
  }

  /** Settles the accounts of workers that are lost for good. */
  private final class Watch implements Attendance.Observer {

    @Override
    public void gone(Executor executor, String reason) {
      for (Seat seat : crew.seats()) {
        if (seat.executor().equals(executor)) {
          placements.lost(seat.id().worker());
        }
      }
    }

    @Override
    public void freed(String executor) {}

    @Override
    public void ended() {
      WorkerRegistry.here().leave(number);
    }
  }
}
