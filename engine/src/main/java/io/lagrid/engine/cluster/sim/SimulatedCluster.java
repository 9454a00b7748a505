package io.lagrid.engine.cluster.sim;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.Share;
import io.lagrid.engine.cluster.ShareKey;
import io.lagrid.engine.cluster.Worker;
import io.lagrid.engine.cluster.WorkerEvent;
import io.lagrid.engine.delay.DelayModel;
import io.lagrid.engine.delay.DelayProcess;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A cluster in virtual time. Whoever waits for an event moves the clock to it; nothing else takes
 * time, and there is no thread. Tasks really run, at the moment they are done, so that answers are
 * true; how long they take is the draw of the delay model times the cost model, and every message
 * passes the worker's link. A task whose round was closed before it was done never runs.
 *
 * <p>Tasks of rounds started together share the draws of one round.
 *
 * <p>The same seed, and the same calls, give the same events at the same times.
 *
 * <p>Thread-safe.
 */
public final class SimulatedCluster implements Cluster {

  private final Timeline timeline = new Timeline();
  private final DelayProcess delays;
  private final List<SimulatedWorker> workers = new ArrayList<>();
  private final Map<Long, SimulatedRound> open = new LinkedHashMap<>();
  private boolean closed;

  private SimulatedCluster(Builder builder) {
    delays = builder.delays.start(builder.workers, builder.randomness);
    for (int i = 0; i < builder.workers; i++) {
      Worker worker = new Worker(i, timeline.clock(), builder.kernels);
      workers.add(new SimulatedWorker(i, worker, timeline, builder.network, builder.costs));
    }
  }

  /**
   * Starts the description of a cluster.
   *
   * @param workers N, positive
   * @param delays what draws how long tasks take
   * @param randomness what the draws are made of; not to be used elsewhere afterwards
   */
  public static Builder builder(int workers, DelayModel delays, Randomness randomness) {
    return new Builder(workers, delays, randomness);
  }

  @Override
  public int workers() {
    return workers.size();
  }

  @Override
  public Clock clock() {
    return timeline.clock();
  }

  @Override
  public synchronized void place(ShareKey key, int worker, Share share) {
    Objects.checkIndex(worker, workers());
    checkOpen();
    timeline.catchUp();
    workers.get(worker).place(key, share);
  }

  @Override
  public synchronized void release(ShareKey key) {
    timeline.catchUp();
    workers.forEach(worker -> worker.release(key));
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
    timeline.catchUp();
    SimulatedRound round = new SimulatedRound(this, dispatches, delays.next());
    dispatches.forEach(dispatch -> open.put(dispatch.round(), round));
    workers.forEach(worker -> worker.dispatch(round));
    return round;
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      timeline.clear();
      workers.forEach(SimulatedWorker::releaseAll);
      new LinkedHashSet<>(open.values()).forEach(round -> round.abandon("the cluster was closed"));
      open.clear();
    }
  }

  /** How many shares workers hold, rounds are open and events are planned: 0 when all is over. */
  public synchronized int retained() {
    return workers.stream().mapToInt(SimulatedWorker::held).sum()
        + open.size()
        + timeline.planned();
  }

  synchronized @Nullable WorkerEvent next(SimulatedRound round, long deadlineNanos) {
    timeline.catchUp();
    while (true) {
      WorkerEvent event = round.poll();
      if (event != null || round.complete()) {
        return event;
      }
      if (!timeline.happen(deadlineNanos)) {
        if (deadlineNanos == Long.MAX_VALUE) {
          throw SimulatedClock.endless();
        }
        timeline.clock().advanceTo(deadlineNanos);
        return null;
      }
    }
  }

  synchronized void close(SimulatedRound round) {
    timeline.catchUp();
    timeline.forget(round);
    round.drop();
    if (!closed) {
      workers.forEach(worker -> worker.cancel(round));
    }
    forget(round);
  }

  void forget(SimulatedRound round) {
    round.dispatches().forEach(dispatch -> open.remove(dispatch.round(), round));
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the cluster is closed");
    }
  }

  /**
   * Describes a simulated cluster. Defaults: {@link Network#INSTANT}, {@link
   * CostModel#wholeTask()}, {@link Kernels#fastest()}.
   *
   * <p>Confined to one thread.
   */
  public static final class Builder {

    private final int workers;
    private final DelayModel delays;
    private final Randomness randomness;
    private Network network = Network.INSTANT;
    private CostModel costs = CostModel.wholeTask();
    private Supplier<? extends Kernels> kernels = Kernels::fastest;

    private Builder(int workers, DelayModel delays, Randomness randomness) {
      this.workers = workers;
      this.delays = delays;
      this.randomness = randomness;
    }

    /** The links to the workers. */
    public Builder network(Network network) {
      this.network = network;
      return this;
    }

    /** What tasks cost at a draw of 1. */
    public Builder costs(CostModel costs) {
      this.costs = costs;
      return this;
    }

    /** Gives the kernels that tasks run with. */
    public Builder kernels(Supplier<? extends Kernels> kernels) {
      this.kernels = kernels;
      return this;
    }

    /**
     * The cluster.
     *
     * @throws IllegalArgumentException if the model has no delays for that many workers
     */
    public SimulatedCluster open() {
      return new SimulatedCluster(this);
    }
  }
}
