package io.lagrid.engine.cluster.sim;

import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.Share;
import io.lagrid.engine.cluster.ShareKey;
import io.lagrid.engine.cluster.Worker;
import io.lagrid.engine.cluster.WorkerEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * One worker: its link, the shares it holds, and its tasks, one at a time in the order of their
 * arrival. Guarded by the cluster.
 */
final class SimulatedWorker {

  private final int number;
  private final Worker worker;
  private final Timeline timeline;
  private final Network network;
  private final CostModel costs;
  private final Map<ShareKey, Share> shares = new HashMap<>();
  private final Queue<Job> waiting = new ArrayDeque<>();
  private @Nullable Job running;
  private double linkFree; // seconds: when all that was sent has left

  SimulatedWorker(int number, Worker worker, Timeline timeline, Network network, CostModel costs) {
    this.number = number;
    this.worker = worker;
    this.timeline = timeline;
    this.network = network;
    this.costs = costs;
  }

  void place(ShareKey key, Share share) {
    worker.place(key, share);
    shares.put(key, share);
    linkFree = Math.max(linkFree, seconds()) + network.occupied(share.bytes());
  }

  void release(ShareKey key) {
    worker.release(key);
    shares.remove(key);
  }

  void releaseAll() {
    worker.releaseAll();
    shares.clear();
  }

  int held() {
    return worker.held();
  }

  /** Sends the dispatch, after everything that was placed before. */
  void dispatch(SimulatedRound round) {
    double wait = Math.max(linkFree - seconds(), 0) + network.latencySeconds();
    timeline.plan(wait, round, () -> receive(round));
  }

  /** The task of one of a round's dispatches. */
  private record Job(SimulatedRound round, int index) {

    Dispatch dispatch() {
      return round.dispatches().get(index);
    }
  }

  private void receive(SimulatedRound round) {
    for (int index = 0; index < round.dispatches().size(); index++) {
      waiting.add(new Job(round, index));
    }
    startNext();
  }

  private void startNext() {
    Job job = running == null ? waiting.poll() : null;
    if (job != null) {
      running = job;
      long start = timeline.now();
      timeline.plan(computeSeconds(job), job.round, () -> finish(job, start));
    }
  }

  /** The draw times the cost; a worker without the share finds out at once. */
  private double computeSeconds(Job job) {
    List<Share> operands = new ArrayList<>();
    for (ShareKey key : job.dispatch().operands()) {
      Share share = shares.get(key);
      if (share == null) {
        return 0;
      }
      operands.add(share);
    }
    double draw = job.round.delays().seconds(number, 0);
    double cost = costs.seconds(job.dispatch().task(), operands);
    return draw == 0 || cost == 0 ? 0 : draw * cost;
  }

  private void finish(Job job, long startNanos) {
    SimulatedRound round = job.round;
    WorkerEvent event = worker.run(job.dispatch(), Cancellation.never());
    running = null;
    long nanos = timeline.now() - startNanos;
    if (event instanceof WorkerEvent.Answered answered) {
      long bytes = answered.answer().entries() * Double.BYTES;
      WorkerEvent timed =
          new WorkerEvent.Answered(number, answered.round(), answered.answer(), nanos);
      double travel = network.latencySeconds() + network.occupied(bytes);
      timeline.plan(travel, round, () -> round.deliver(job.index, timed));
    } else {
      timeline.plan(network.latencySeconds(), round, () -> round.deliver(job.index, event));
    }
    startNext();
  }

  /** Stops the round's task, wherever it is, and goes on with the next. */
  void cancel(SimulatedRound round) {
    waiting.removeIf(job -> job.round == round);
    if (running != null && running.round == round) {
      running = null;
      startNext();
    }
  }

  private double seconds() {
    return timeline.now() * 1e-9;
  }
}
