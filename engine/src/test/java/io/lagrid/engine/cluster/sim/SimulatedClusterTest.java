package io.lagrid.engine.cluster.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.ClusterContract;
import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.Probe;
import io.lagrid.engine.cluster.ProductTask;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.Share;
import io.lagrid.engine.cluster.ShareKey;
import io.lagrid.engine.cluster.TaskLog;
import io.lagrid.engine.cluster.WorkerEvent;
import io.lagrid.engine.cluster.WorkerEvent.Answered;
import io.lagrid.engine.delay.DelayModel;
import io.lagrid.engine.delay.Distribution;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedClusterTest extends ClusterContract {

  private static final long FOREVER = Long.MAX_VALUE;
  private static final ShareKey KEY = new ShareKey(5, 0);
  private static final ShareKey OTHER = new ShareKey(5, 1);

  /** Worker i takes i + 1 ms. */
  private static final DelayModel IN_TURN =
      (workers, randomness) -> () -> (worker, attempt) -> (worker + 1) * 1e-3;

  private final TaskLog log = new TaskLog();

  @Override
  protected Cluster open(int workers) {
    return SimulatedCluster.builder(workers, IN_TURN, Randomness.insecure(1)).open();
  }

  @Override
  protected int retained(Cluster cluster) {
    return ((SimulatedCluster) cluster).retained();
  }

  @Test
  void eventsComeInOrderOfTheirTimesAndMoveTheClock() throws InterruptedException {
    DelayModel backwards = (n, randomness) -> () -> (worker, attempt) -> n - worker;
    try (SimulatedCluster cluster = cluster(4, backwards).open();
        Round round = start(cluster, 1)) {
      for (int i = 0; i < 4; i++) {
        WorkerEvent event = round.next(FOREVER);
        assertThat(event.worker()).isEqualTo(3 - i);
        assertThat(((Answered) event).computeNanos()).isEqualTo((i + 1) * 1_000_000_000L);
        assertThat(cluster.clock().nanos()).isEqualTo((i + 1) * 1_000_000_000L);
      }
      assertThat(round.next(FOREVER)).isNull();
      assertThat(cluster.clock().nanos()).isEqualTo(4_000_000_000L);
    }
  }

  @Test
  void aWorkerThatNeverAnswersIsWaitedForUntilTheDeadline() throws InterruptedException {
    DelayModel one = (n, randomness) -> () -> (worker, attempt) -> worker == 0 ? 1 : 1.0 / 0;
    try (SimulatedCluster cluster = cluster(2, one).open();
        Round round = start(cluster, 1)) {
      assertThat(round.next(FOREVER).worker()).isZero();
      assertThat(round.next(5_000_000_000L)).isNull();
      assertThat(cluster.clock().nanos()).isEqualTo(5_000_000_000L);
      assertThatThrownBy(() -> round.next(FOREVER))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("nothing will happen any more");
    }
  }

  @Test
  void tasksOfOneWorkerFollowOneAnotherAndACancelledOneMakesRoom() throws InterruptedException {
    try (SimulatedCluster cluster = cluster(1, new Distribution.Constant(10)).open()) {
      Round first = start(cluster, 1);
      Round second = cluster.start(new Dispatch(2, Probe.sum(log), List.of(KEY)));
      Round third = cluster.start(new Dispatch(3, Probe.sum(log), List.of(KEY)));
      assertThat(first.next(4_000_000_000L)).isNull();
      first.close();
      assertThat(second.next(FOREVER)).isNotNull();
      assertThat(cluster.clock().nanos()).isEqualTo(14_000_000_000L);
      assertThat(third.next(FOREVER)).isNotNull();
      assertThat(cluster.clock().nanos()).isEqualTo(24_000_000_000L);
      assertThat(log.started()).as("the cancelled task never ran").hasSize(2);
    }
  }

  @Test
  void messagesTakeTheirTimeOnTheLink() throws InterruptedException {
    Network network = new Network(0.25, 80); // a share of one double takes 0.1 s
    try (SimulatedCluster cluster =
        cluster(2, new Distribution.Constant(1)).network(network).open()) {
      cluster.place(OTHER, 0, Probe.share(7));
      try (Round round = start(cluster, 1)) {
        assertThat(round.next(FOREVER).worker()).isEqualTo(1);
        // one share, latency, task, latency, answer
        assertThat(cluster.clock().nanos()).isEqualTo(1_700_000_000L);
        assertThat(round.next(FOREVER).worker()).isZero();
        assertThat(cluster.clock().nanos()).isEqualTo(1_800_000_000L);
      }
      try (Round round = cluster.start(new Dispatch(2, Probe.sum(log), List.of(KEY)))) {
        assertThat(round.next(FOREVER)).isNotNull();
        assertThat(cluster.clock().nanos())
            .as("nothing to send any more")
            .isEqualTo(3_400_000_000L);
      }
    }
  }

  @Test
  void productsCostTheirMultiplyAdds() throws InterruptedException {
    CostModel costs = CostModel.perMultiplyAdd(1e-3);
    try (SimulatedCluster cluster = cluster(1, new Distribution.Constant(2)).costs(costs).open()) {
      cluster.place(KEY, 0, Share.of(Arithmetic.real(), Block.zeros(1, 3, 5)));
      cluster.place(OTHER, 0, Share.of(Arithmetic.real(), Block.zeros(1, 5, 7)));
      try (Round round = cluster.start(new Dispatch(1, new ProductTask(), List.of(KEY, OTHER)))) {
        assertThat(round.next(FOREVER)).isInstanceOf(Answered.class);
        assertThat(cluster.clock().nanos()).isEqualTo(2 * 3 * 5 * 7 * 1_000_000L);
      }
    }
    assertThatThrownBy(() -> costs.seconds(Probe.sum(log), List.of()))
        .hasMessageContaining("no cost is known for a Probe");
    assertThatThrownBy(() -> CostModel.perMultiplyAdd(-1)).hasMessageContaining("-1.0 seconds");
    assertThatThrownBy(() -> new Network(-1, 1)).hasMessageContaining("a latency of -1.0");
    assertThatThrownBy(() -> new Network(0, 0)).hasMessageContaining("a bandwidth of 0.0");
  }

  @Test
  void theSameSeedGivesTheSameEventsAtTheSameTimes() throws InterruptedException {
    assertThat(trace(9)).isEqualTo(trace(9)).isNotEqualTo(trace(10));
  }

  private List<String> trace(long seed) throws InterruptedException {
    List<String> trace = new ArrayList<>();
    try (SimulatedCluster cluster =
        SimulatedCluster.builder(
                6, new Distribution.ShiftedExponential(1, 1), Randomness.insecure(seed))
            .open()) {
      for (int i = 0; i < 3; i++) {
        try (Round round = i == 0 ? start(cluster, i) : again(cluster, i)) {
          for (WorkerEvent event = round.next(FOREVER);
              event != null;
              event = round.next(FOREVER)) {
            trace.add(event.worker() + " at " + cluster.clock().nanos());
          }
        }
      }
    }
    return trace;
  }

  private Round again(Cluster cluster, long round) {
    return cluster.start(new Dispatch(round, Probe.sum(log), List.of(KEY)));
  }

  private Round start(Cluster cluster, long round) {
    for (int worker = 0; worker < cluster.workers(); worker++) {
      cluster.place(KEY, worker, Probe.share(worker));
    }
    return again(cluster, round);
  }

  private static SimulatedCluster.Builder cluster(int workers, DelayModel delays) {
    return SimulatedCluster.builder(workers, delays, Randomness.insecure(1));
  }
}
