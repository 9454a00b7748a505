package io.lagrid.engine.cluster.sim;

import io.lagrid.algebra.kernel.Cancellation;
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
  private final Queue<SimulatedRound> waiting = new ArrayDeque<>();
  private @Nullable SimulatedRound running;
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

  private void receive(SimulatedRound round) {
    waiting.add(round);
    startNext();
  }

  private void startNext() {
    SimulatedRound round = running == null ? waiting.poll() : null;
    if (round != null) {
      running = round;
      long start = timeline.now();
      timeline.plan(computeSeconds(round), round, () -> finish(round, start));
    }
  }

  /** The draw times the cost; a worker without the share finds out at once. */
  private double computeSeconds(SimulatedRound round) {
    List<Share> operands = new ArrayList<>();
    for (ShareKey key : round.dispatch().operands()) {
      Share share = shares.get(key);
      if (share == null) {
        return 0;
      }
      operands.add(share);
    }
    double draw = round.delays().seconds(number, 0);
    double cost = costs.seconds(round.dispatch().task(), operands);
    return draw == 0 || cost == 0 ? 0 : draw * cost;
  }

  private void finish(SimulatedRound round, long startNanos) {
    WorkerEvent event = worker.run(round.dispatch(), Cancellation.never());
    running = null;
    long nanos = timeline.now() - startNanos;
    if (event instanceof WorkerEvent.Answered answered) {
      long bytes = answered.answer().entries() * Double.BYTES;
      WorkerEvent timed =
          new WorkerEvent.Answered(number, answered.round(), answered.answer(), nanos);
      double travel = network.latencySeconds() + network.occupied(bytes);
      timeline.plan(travel, round, () -> round.deliver(timed));
    } else {
      timeline.plan(network.latencySeconds(), round, () -> round.deliver(event));
    }
    startNext();
  }

  /** Stops the round's task, wherever it is, and goes on with the next. */
  void cancel(SimulatedRound round) {
    waiting.remove(round);
    if (running == round) {
      running = null;
      startNext();
    }
  }

  private double seconds() {
    return timeline.now() * 1e-9;
  }
}
