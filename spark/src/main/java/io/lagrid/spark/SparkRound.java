package io.lagrid.spark;

import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.Measure;
import io.lagrid.engine.cluster.Measure.Unit;
import io.lagrid.engine.cluster.OwedEvents;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.WorkerEvent;
import io.lagrid.spark.pinned.Delivery;
import io.lagrid.spark.pinned.Receiver;
import io.lagrid.spark.pinned.TaskTotals;
import io.lagrid.spark.wire.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The events of one round, or of several that are heard as one. Answers are queued as they arrive
 * and read by the thread that asks for the next event. Thread-safe.
 */
final class SparkRound implements Round {

  private final List<Dispatch> dispatches;
  private final SparkCluster cluster;
  private final int workers;
  private final OwedEvents events; // dispatch by dispatch, worker by worker
  private final List<Delivery> deliveries = new ArrayList<>(); // guarded by itself
  private boolean closed; // guarded by deliveries

  SparkRound(SparkCluster cluster, List<Dispatch> dispatches) {
    this.cluster = cluster;
    this.dispatches = List.copyOf(dispatches);
    this.workers = cluster.workers();
    this.events = new OwedEvents(cluster.clock(), workers * dispatches.size());
  }

  List<Dispatch> dispatches() {
    return dispatches;
  }

  /** Sends every worker the first task. */
  void begin() {
    send(0, IntStream.range(0, workers).boxed().toList());
  }

  private void send(int index, List<Integer> to) {
    List<Integer> asked = new ArrayList<>();
    for (int worker : to) {
      cluster
          .whyGone(worker)
          .ifPresentOrElse(reason -> loseFrom(index, worker, reason), () -> asked.add(worker));
    }
    if (!asked.isEmpty()) {
      underway(cluster.send(dispatches.get(index), asked, new Part(index, asked)));
    }
  }

  /** Cancels the delivery at once if the round was closed meanwhile. */
  private void underway(Delivery delivery) {
    synchronized (deliveries) {
      if (!closed) {
        deliveries.add(delivery);
        return;
      }
    }
    delivery.cancel();
  }

  @Override
  public String place(int worker) {
    return cluster.executors().get(worker).toString();
  }

  @Override
  public List<Measure> measured(int worker) {
    TaskTotals totals =
        dispatches.stream()
            .map(dispatch -> cluster.totals(dispatch, worker))
            .reduce(TaskTotals.NONE, TaskTotals::plus);
    if (totals.tasks() == 0) {
      return List.of();
    }
    return List.of(
        new Measure("tasks ended", Unit.COUNT, totals.tasks()),
        new Measure("unpacking", Unit.SECONDS, totals.unpackMillis() * 1e-3),
        new Measure("task time", Unit.SECONDS, totals.runMillis() * 1e-3),
        new Measure("garbage collection", Unit.SECONDS, totals.collectionMillis() * 1e-3),
        new Measure("sent back", Unit.BYTES, totals.bytesSent()));
  }

  @Override
  public @Nullable WorkerEvent next(long deadlineNanos) throws InterruptedException {
    return events.next(deadlineNanos);
  }

  /** Hears of one dispatch's tasks, and sends the workers on to the next. */
  private final class Part implements Receiver {

    private final int index;
    private final List<Integer> asked; // the worker of each visit

    Part(int index, List<Integer> asked) {
      this.index = index;
      this.asked = List.copyOf(asked);
    }

    @Override
    public void answered(int visit, byte[] answer) {
      int worker = asked.get(visit);
      try {
        Reply reply = Reply.read(answer);
        cluster.arrived(worker, reply.stored());
        deliver(index, worker, number -> reply.event(worker, number));
      } catch (IllegalArgumentException e) {
        lose(index, worker, "its reply cannot be read: " + e.getMessage());
      }
      goOn(worker);
    }

    @Override
    public void failed(int visit, String reason) {
      lose(index, asked.get(visit), reason);
      goOn(asked.get(visit));
    }

    private void goOn(int worker) {
      if (index + 1 < dispatches.size() && events.owes(owed(index + 1, worker))) {
        try {
          send(index + 1, List.of(worker));
        } catch (IllegalStateException stopped) { // the application ended meanwhile
          loseFrom(index + 1, worker, String.valueOf(stopped.getMessage()));
        }
      }
    }
  }

  private int owed(int index, int worker) {
    return index * workers + worker;
  }

  private void loseFrom(int first, int worker, String reason) {
    for (int index = first; index < dispatches.size(); index++) {
      lose(index, worker, reason);
    }
  }

  private void lose(int index, int worker, String reason) {
    deliver(index, worker, number -> new WorkerEvent.Lost(worker, number, reason));
  }

  private void deliver(int index, int worker, LongFunction<WorkerEvent> event) {
    long number = dispatches.get(index).round();
    if (events.deliver(owed(index, worker), () -> event.apply(number))) {
      cluster.forget(this);
    }
  }

  /** Cancels what runs and reports the workers that have given no event as lost. */
  void abandon(String reason) {
    events.settle(
        owed ->
            new WorkerEvent.Lost(owed % workers, dispatches.get(owed / workers).round(), reason));
    cancel();
  }

  @Override
  public void close() {
    events.drop();
    cancel();
    cluster.forget(this);
  }

  private void cancel() {
    List<Delivery> running;
    synchronized (deliveries) {
      closed = true;
      running = List.copyOf(deliveries);
      deliveries.clear();
    }
    running.forEach(Delivery::cancel);
  }
}
