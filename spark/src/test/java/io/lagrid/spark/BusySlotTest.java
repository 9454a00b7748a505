package io.lagrid.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.engine.cluster.Probe;
import io.lagrid.engine.cluster.Probe.Behaviour;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.TaskLog;
import io.lagrid.engine.cluster.WorkerEvent;
import io.lagrid.spark.pinned.Executor;
import io.lagrid.spark.standalone.SharedApplication;
import io.lagrid.spark.standalone.TaskWatch;
import java.util.Map;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where a worker's executor is busy, Spark would move its task, and the share after it. */
@ExtendWith(SharedApplication.class)
@Order(SharedApplication.LAST)
@Timeout(120)
class BusySlotTest {

  private static final int WORKERS = 3;

  private final SparkContext context;

  BusySlotTest(SparkContext context) {
    this.context = context;
  }

  @Test
  void aShareStaysWithItsWorkerHoweverBusyItsExecutorIs() throws InterruptedException {
    TaskWatch watch = new TaskWatch();
    context.addSparkListener(watch);
    try (TaskLog log = TaskLog.published();
        SparkCluster other = SparkCluster.open(context, WORKERS);
        SparkCluster cluster = SparkCluster.open(context, WORKERS)) {
      Rounds.place(other);
      Rounds.place(cluster);
      Executor busy = other.executors().get(0);
      int worker = cluster.executors().indexOf(busy);
      NaiveShares naive = new NaiveShares(context, cluster.executors());
      assertThat(naive.look().get(worker).executor()).isEqualTo(busy.id());

      Probe occupying = new Probe(log.number(), 0, Behaviour.WAITS);
      try (Round occupied = Rounds.start(other, 1, occupying)) {
        Rounds.drain(occupied, WORKERS - 1);

        assertThat(naive.look().get(worker).executor())
            .as("the trap: a cached share is fetched by whoever has a free slot")
            .isNotEqualTo(busy.id());

        try (Round round = Rounds.start(cluster, 7, Probe.sum(log))) {
          Map<Integer, WorkerEvent> others = Rounds.drain(round, WORKERS - 1);
          assertThat(others).doesNotContainKey(worker);
          watch.await(
              1,
              seen ->
                  seen.kind().equals("end")
                      && seen.stage().contains("round 7")
                      && seen.index() == worker
                      && !seen.executor().equals(busy.id()));
          log.openGate();
          Rounds.assertAnswer(round.next(Long.MAX_VALUE));
        }
      }
      Rounds.assertNothingMoved(cluster);
      naive.forget();
    } finally {
      context.removeSparkListener(watch);
    }
  }
}
