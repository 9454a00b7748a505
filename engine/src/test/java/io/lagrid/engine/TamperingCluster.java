package io.lagrid.engine;

import io.lagrid.algebra.matrix.Block;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.ForwardingCluster;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.WorkerEvent;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A cluster some of whose workers' answers are replaced on the way. */
public final class TamperingCluster extends ForwardingCluster {

  private final Set<Integer> liars;
  private final UnaryOperator<Block> lie;

  /**
   * Tampers with answers.
   *
   * @param inner closed with this
   * @param liars whose answers are replaced
   * @param lie what becomes of an answer
   */
  public TamperingCluster(Cluster inner, Set<Integer> liars, UnaryOperator<Block> lie) {
    super(inner);
    this.liars = liars;
    this.lie = lie;
  }

  @Override
  public Round startAll(List<Dispatch> dispatches) {
    Round round = super.startAll(dispatches);
    return new Round() {
      @Override
      public WorkerEvent next(long deadlineNanos) throws InterruptedException {
        return tampered(round.next(deadlineNanos));
      }

      @Override
      public void close() {
        round.close();
      }
    };
  }

  private WorkerEvent tampered(WorkerEvent event) {
    if (event instanceof WorkerEvent.Answered answer && liars.contains(event.worker())) {
      return new WorkerEvent.Answered(
          answer.worker(), answer.round(), lie.apply(answer.answer()), answer.computeNanos());
    }
    return event;
  }
}
