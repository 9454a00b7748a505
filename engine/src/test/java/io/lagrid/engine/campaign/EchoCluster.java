package io.lagrid.engine.campaign;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.ForwardingCluster;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.WorkerEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cluster that now and then gives an event again: one of this round a second time, or one of an
 * earlier round, late. Confined to one thread.
 */
final class EchoCluster extends ForwardingCluster {

  private static final int MOST_PER_ROUND = 20;

  private final Randomness random;
  private final double probability;
  private final List<WorkerEvent> past = new ArrayList<>();

  /**
   * Around a cluster.
   *
   * @param random when, and which
   * @param probability of an echo at each call
   */
  EchoCluster(Cluster inner, Randomness random, double probability) {
    super(inner);
    this.random = random;
    this.probability = probability;
  }

  @Override
  public Round startAll(List<Dispatch> dispatches) {
    Round round = super.startAll(dispatches);
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
}
