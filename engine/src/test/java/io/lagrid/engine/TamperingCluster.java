package io.lagrid.engine;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.Share;
import io.lagrid.engine.cluster.ShareKey;
import io.lagrid.engine.cluster.WorkerEvent;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A cluster some of whose workers' answers are replaced on the way. */
public record TamperingCluster(Cluster inner, Set<Integer> liars, UnaryOperator<Block> lie)
    implements Cluster {

  @Override
  public int workers() {
    return inner.workers();
  }

  @Override
  public Clock clock() {
    return inner.clock();
  }

  @Override
  public Optional<String> dependence() {
    return inner.dependence();
  }

  @Override
  public void place(ShareKey key, int worker, Share share) {
    inner.place(key, worker, share);
  }

  @Override
  public void release(ShareKey key) {
    inner.release(key);
  }

  @Override
  public Round start(Dispatch dispatch) {
    Round round = inner.start(dispatch);
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

  @Override
  public void close() {
    inner.close();
  }
}
