package io.lagrid.engine.cluster;

import io.lagrid.algebra.kernel.Cancellation;
import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A round of a scripted cluster; all its state is guarded by the cluster. */
final class ScriptedRound implements Round {

  private static final CountDownLatch NO_SIGNAL = new CountDownLatch(1);

  private final ScriptedCluster cluster;
  private final Dispatch dispatch;
  private final long start;
  private final Queue<Expected> expected =
      new PriorityQueue<>(
          Comparator.comparingLong(Expected::atNanos).thenComparingInt(Expected::worker));
  private final Set<Integer> silent = new HashSet<>();

  ScriptedRound(ScriptedCluster cluster, Dispatch dispatch) {
    this.cluster = cluster;
    this.dispatch = dispatch;
    start = cluster.clock().nanos();
  }

  /** What a worker will do; it is lost for the given reason, or computes if there is none. */
  private record Expected(long atNanos, int worker, @Nullable String loss) {}

  Dispatch dispatch() {
    return dispatch;
  }

  void expect(int worker, Script.Turn turn) {
    if (turn instanceof Script.Turn.Answers answers) {
      expected.add(new Expected(start + answers.afterNanos(), worker, null));
    } else if (turn instanceof Script.Turn.Loses loses) {
      expected.add(new Expected(start + loses.afterNanos(), worker, loses.reason()));
    } else {
      silent.add(worker);
    }
  }

  @Override
  public @Nullable WorkerEvent next(long deadlineNanos) throws InterruptedException {
    synchronized (cluster) {
      Expected first = expected.peek();
      if (first == null && silent.isEmpty()) {
        return null;
      }
      if (first == null || first.atNanos() > deadlineNanos) {
        cluster.clock().await(NO_SIGNAL, deadlineNanos);
        return null;
      }
      cluster.clock().advanceTo(first.atNanos());
      expected.remove();
      if (expected.isEmpty() && silent.isEmpty()) {
        cluster.forget(this);
      }
      return event(first);
    }
  }

  private WorkerEvent event(Expected turn) {
    if (turn.loss() != null) {
      return new WorkerEvent.Lost(turn.worker(), dispatch.round(), turn.loss());
    }
    WorkerEvent event = cluster.worker(turn.worker()).run(dispatch, Cancellation.never());
    return event instanceof WorkerEvent.Answered answered
        ? new WorkerEvent.Answered(
            turn.worker(), dispatch.round(), answered.answer(), turn.atNanos() - start)
        : event;
  }

  /** Every worker without an event is lost now. */
  void abandon(String reason) {
    long now = cluster.clock().nanos();
    expected.forEach(turn -> silent.add(turn.worker()));
    expected.clear();
    silent.forEach(worker -> expected.add(new Expected(now, worker, reason)));
    silent.clear();
  }

  @Override
  public void close() {
    synchronized (cluster) {
      expected.clear();
      silent.clear();
      cluster.forget(this);
    }
  }
}
