package io.lagrid.engine.cluster.fault;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.engine.cluster.Measure;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.WorkerEvent;
import io.lagrid.engine.cluster.WorkerEvent.Answered;
import io.lagrid.engine.cluster.WorkerEvent.Lost;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A round, or several heard as one, whose events are held back, dropped or forged on their way out.
 * Events wait in a queue by the time they are due; in between, the inner round is asked.
 */
final class FaultyRound implements Round {

  private static final String CLOSED = "the cluster was closed";

  private final FaultyCluster cluster;
  private final Clock clock;
  private final Round inner;
  private final Map<Long, Liar> liars; // by the dispatches' numbers
  private final Map<Integer, Fault> faults;
  private final Queue<Held> held =
      new PriorityQueue<>(
          Comparator.comparingLong(Held::dueNanos).thenComparingInt(Held::sequence));
  private final CountDownLatch ended = new CountDownLatch(1); // by either close
  private int owing; // inner events that have not come
  private int given; // events handed out
  private int sequence;
  private volatile boolean closed;

  /**
   * A round that has started.
   *
   * @param liars a liar for every dispatch, by its number
   * @param faults those in force in this round
   */
  FaultyRound(
      FaultyCluster cluster, Round inner, Map<Long, Liar> liars, Map<Integer, Fault> faults) {
    this.cluster = cluster;
    this.clock = cluster.clock();
    this.inner = inner;
    this.faults = faults;
    this.liars = liars;
    owing = all();
    for (int worker : faults.keySet()) {
      if (crashed(worker)) {
        liars.keySet().forEach(number -> hold(0, new Lost(worker, number, "the worker crashed")));
      }
    }
  }

  /** How many events there are: one per worker and dispatch. */
  private int all() {
    return cluster.workers() * liars.size();
  }

  private record Held(long dueNanos, int sequence, WorkerEvent event) {}

  @Override
  public String place(int worker) {
    return inner.place(worker);
  }

  @Override
  public boolean asks(int worker) {
    return inner.asks(worker);
  }

  @Override
  public List<Measure> measured(int worker) {
    return inner.measured(worker);
  }

  @Override
  public @Nullable WorkerEvent next(long deadlineNanos) throws InterruptedException {
    while (!closed) {
      WorkerEvent event = due();
      if (event != null) {
        return event;
      }
      if (given == all()) {
        close(); // a crashed worker may still compute
        return null;
      }
      if (!proceed(deadlineNanos)) {
        return due();
      }
    }
    return null;
  }

  /** The first held event, if its time has come; lost if its time will not come any more. */
  private @Nullable WorkerEvent due() {
    Held first = held.peek();
    if (first == null) {
      return null;
    }
    boolean hasCome = first.dueNanos() <= clock.nanos();
    if (!hasCome && !ended()) {
      return null;
    }
    held.remove();
    given++;
    return hasCome
        ? first.event()
        : new Lost(first.event().worker(), first.event().round(), CLOSED);
  }

  /** Waits for the next inner event or for the first that is held; whether to go on after that. */
  private boolean proceed(long deadlineNanos) throws InterruptedException {
    Held first = held.peek();
    long until = first == null ? deadlineNanos : Math.min(deadlineNanos, first.dueNanos());
    if (owing == 0) {
      clock.await(ended, until);
    } else {
      WorkerEvent event = inner.next(until);
      if (event != null) {
        hear(event);
        return true;
      }
    }
    return clock.nanos() < deadlineNanos || ended();
  }

  private void hear(WorkerEvent event) {
    owing--;
    if (!crashed(event.worker())) {
      if (event instanceof Answered answer) {
        Liar liar = liar(answer);
        pass(answer, liar);
        liar.hear(answer).forEach(lie -> hold(0, lie));
      } else {
        hold(0, event);
      }
    }
    if (owing == 0) {
      liars.values().forEach(liar -> liar.rest().forEach(lie -> hold(0, lie)));
    }
  }

  private Liar liar(Answered answer) {
    Liar liar = liars.get(answer.round());
    if (liar == null) {
      throw new AssertionError("an answer of round " + answer.round() + ", which was not started");
    }
    return liar;
  }

  private void pass(Answered answer, Liar liar) {
    Fault fault = faults.get(answer.worker());
    if (fault instanceof Fault.Slow slow) {
      hold(slow.delay().toNanos(), answer);
    } else if (fault instanceof Fault.Lie lie) {
      liar.lie(lie.way(), answer).ifPresent(told -> hold(0, told));
    } else {
      hold(0, answer);
    }
  }

  private void hold(long nanos, WorkerEvent event) {
    held.add(new Held(clock.nanos() + nanos, sequence++, event));
  }

  private boolean crashed(int worker) {
    return faults.get(worker) instanceof Fault.Crash;
  }

  private boolean ended() {
    return ended.getCount() == 0;
  }

  /** Ends all waiting: the cluster was closed. */
  void abandon() {
    ended.countDown();
  }

  @Override
  public void close() {
    closed = true;
    ended.countDown();
    inner.close();
    cluster.forget(this);
  }
}
