package io.lagrid.engine.campaign;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.Share;
import io.lagrid.engine.cluster.ShareKey;
import io.lagrid.engine.cluster.WorkerEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cluster that now and then gives an event again: one of this round a second time, or one of an
 * earlier round, late. Confined to one thread.
 *
 * @param inner the cluster
 * @param random when, and which
 * @param probability of an echo at each call
 * @param past every event so far
 */
record EchoCluster(Cluster inner, Randomness random, double probability, List<WorkerEvent> past)
    implements Cluster {

  private static final int MOST_PER_ROUND = 20;

  EchoCluster(Cluster inner, Randomness random, double probability) {
    this(inner, random, probability, new ArrayList<>());
  }

  @Override
  public int workers() {
    return inner.workers();
  }

  @Override
  public Clock clock() {
    return inner.clock();
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
      private int echoes;

      @Override
      public @Nullable WorkerEvent next(long deadlineNanos) throws InterruptedException {
        if (!past.isEmpty() && echoes < MOST_PER_ROUND && random.nextDouble() < probability) {
          echoes++;
          return past.get(random.nextInt(past.size()));
        }
        WorkerEvent event = round.next(deadlineNanos);
        if (event != null) {
          past.add(event);
        }
        return event;
      }

      @Override
      public void close() {
        round.close();
      }
    };
  }

  @Override
  public void close() {
    inner.close();
  }
}
