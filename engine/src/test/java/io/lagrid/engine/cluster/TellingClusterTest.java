package io.lagrid.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.engine.cluster.Measure.Unit;
import io.lagrid.engine.cluster.fault.FaultSpec;
import io.lagrid.engine.cluster.fault.FaultyCluster;
import io.lagrid.engine.cluster.local.LocalCluster;
import io.lagrid.engine.cluster.piece.Loads;
import io.lagrid.engine.cluster.piece.PieceCluster;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a cluster tells of its workers comes through the clusters around it. */
@Timeout(30)
class TellingClusterTest {

  private static final int WORKERS = 3;
  private static final ShareKey KEY = new ShareKey(1, 0);

  @Test
  void ofWorkersWithFaults() {
    FaultSpec faults = FaultSpec.parse("crash:worker1");
    try (Cluster cluster = FaultyCluster.around(new Telling(), faults, Randomness.insecure(1));
        Round round = start(cluster)) {
      for (int worker = 0; worker < WORKERS; worker++) {
        assertTold(round, worker, worker);
      }
    }
  }

  @Test
  void ofEachPieceWhatItIsOfItsWorker() {
    try (Cluster cluster = PieceCluster.around(new Telling(), Loads.even(WORKERS, 2));
        Round round = start(cluster)) {
      int[] workers = new int[WORKERS];
      for (int piece = 0; piece < 2 * WORKERS; piece++) {
        int worker = (int) round.measured(piece).get(0).value();
        assertTold(round, piece, worker);
        workers[worker]++;
      }
      assertThat(workers).containsOnly(2);
    }
  }

  private static Round start(Cluster cluster) {
    for (int worker = 0; worker < cluster.workers(); worker++) {
      cluster.place(KEY, worker, Probe.share(worker));
    }
    Task echo = (shares, kernels, cancellation) -> shares.get(0).blocks().get(0);
    return cluster.start(new Dispatch(1, echo, List.of(KEY)));
  }

  private static void assertTold(Round round, int asked, int worker) {
    assertThat(round.place(asked)).isEqualTo("place " + worker);
    assertThat(round.measured(asked)).containsExactly(new Measure("number", Unit.COUNT, worker));
  }

  /** Threads that say where they are, and their number for a measure. */
  private static final class Telling extends ForwardingCluster {

    Telling() {
      super(LocalCluster.of(WORKERS));
    }

    @Override
    public Round startAll(List<Dispatch> dispatches) {
      Round inner = super.startAll(dispatches);
      return new Round() {
        @Override
        public @Nullable WorkerEvent next(long deadlineNanos) throws InterruptedException {
          return inner.next(deadlineNanos);
        }

        @Override
        public String place(int worker) {
          return "place " + worker;
        }

        @Override
        public List<Measure> measured(int worker) {
          return List.of(new Measure("number", Unit.COUNT, worker));
        }

        @Override
        public void close() {
          inner.close();
        }
      };
    }
  }
}
