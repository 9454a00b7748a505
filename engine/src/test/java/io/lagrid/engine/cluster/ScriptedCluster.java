package io.lagrid.engine.cluster;

import io.lagrid.algebra.kernel.Kernels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A cluster in virtual time whose workers do what a script says. {@link Round#next} moves the clock
 * and computes the task inline, so that a test needs one thread and runs the same every time. It
 * keeps a log of what was asked of it.
 *
 * <p>Thread-safe.
 */
public final class ScriptedCluster implements Cluster {

  private final VirtualClock clock = new VirtualClock();
  private final List<Worker> workers;
  private final Script script;
  private final Map<Long, ScriptedRound> open = new LinkedHashMap<>();
  private final List<Placement> placements = new ArrayList<>();
  private final List<Dispatch> dispatches = new ArrayList<>();
  private boolean closed;

  /** One call of {@link Cluster#place}. */
  public record Placement(ShareKey key, int worker) {}

  /** A cluster that computes with the fastest kernels. */
  public ScriptedCluster(int workers, Script script) {
    this(workers, script, Kernels::fastest);
  }

  /** A cluster that computes with those kernels. */
  public ScriptedCluster(int workers, Script script, Supplier<Kernels> kernels) {
    this.workers =
        IntStream.range(0, workers).mapToObj(i -> new Worker(i, clock, kernels)).toList();
    this.script = script;
  }

  @Override
  public int workers() {
    return workers.size();
  }

  @Override
  public VirtualClock clock() {
    return clock;
  }

  @Override
  public synchronized void place(ShareKey key, int worker, Share share) {
    Objects.checkIndex(worker, workers());
    checkOpen();
    workers.get(worker).place(key, share);
    placements.add(new Placement(key, worker));
  }

  @Override
  public synchronized void release(ShareKey key) {
    workers.forEach(worker -> worker.release(key));
  }

  @Override
  public synchronized Round start(Dispatch dispatch) {
    checkOpen();
    ScriptedRound round = new ScriptedRound(this, dispatch);
    if (open.putIfAbsent(dispatch.round(), round) != null) {
      throw new IllegalStateException("round " + dispatch.round() + " is already open");
    }
    for (int i = 0; i < workers(); i++) {
      round.expect(i, script.turn(i, dispatches.size()));
    }
    dispatches.add(dispatch);
    return round;
  }

  @Override
  public synchronized void close() {
    closed = true;
    workers.forEach(Worker::releaseAll);
    open.values().forEach(round -> round.abandon("the cluster was closed"));
    open.clear();
  }

  /** Every placement so far, in order. */
  public synchronized List<Placement> placements() {
    return List.copyOf(placements);
  }

  /** Every dispatch so far, in order. */
  public synchronized List<Dispatch> dispatches() {
    return List.copyOf(dispatches);
  }

  /** How many shares the workers hold. */
  public synchronized int heldShares() {
    return workers.stream().mapToInt(Worker::held).sum();
  }

  /** How many rounds are neither closed nor complete. */
  public synchronized int openRounds() {
    return open.size();
  }

  Worker worker(int number) {
    return workers.get(number);
  }

  void forget(ScriptedRound round) {
    open.remove(round.dispatch().round(), round);
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the cluster is closed");
    }
  }
}
