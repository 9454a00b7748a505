package io.lagrid.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.engine.cluster.Probe;
import io.lagrid.engine.cluster.Probe.Behaviour;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.TaskLog;
import io.lagrid.spark.pinned.Executor;
import io.lagrid.spark.standalone.SharedSpark;
import io.lagrid.spark.standalone.StandaloneSpark;
import io.lagrid.spark.standalone.TaskWatch;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where a user's session speculates, Spark would start copies of slow tasks elsewhere. */
@ExtendWith(SharedSpark.class)
@Timeout(120)
class SpeculationTest {

  private static final int WORKERS = 3;
  private static final int SLOW = 1;

  private static SparkConf speculating(StandaloneSpark spark) {
    return spark
        .conf("speculation")
        .set("spark.executor.cores", "1")
        .set("spark.cores.max", String.valueOf(WORKERS + 1))
        .set("spark.locality.wait", "0s")
        .set("spark.speculation", "true")
        .set("spark.speculation.interval", "20ms")
        .set("spark.speculation.minTaskRuntime", "20ms")
        .set("spark.speculation.multiplier", "1.1")
        .set("spark.speculation.quantile", "0.5");
  }

  @Test
  void noCopyOfAWorkersTaskIsMade(StandaloneSpark spark) throws InterruptedException {
    SparkContext context = new SparkContext(speculating(spark));
    try (TaskLog log = TaskLog.published();
        SparkCluster cluster = SparkCluster.open(context, WORKERS)) {
      TaskWatch watch = new TaskWatch();
      context.addSparkListener(watch);
      Rounds.place(cluster);
      Probe task = new Probe(log.number(), SLOW, Behaviour.WAITS);
      try (Round round = Rounds.start(cluster, 1, task)) {
        Rounds.drain(round, WORKERS - 1);
        SlowJob slow = new SlowJob(context, WORKERS);
        watch.await(1, seen -> seen.copy() && seen.stage().equals(SlowJob.NAME));
        slow.cancel();
        assertThat(watch.all(seen -> seen.copy() && seen.stage().contains("round")))
            .as("copies of tasks of the round, while other jobs' tasks were copied")
            .isEmpty();
        log.openGate();
        Rounds.assertAnswer(round.next(Long.MAX_VALUE));
      }
      assertThat(log.started()).containsExactlyInAnyOrder(0.0, 1.0, 2.0);
      Rounds.assertNothingMoved(cluster);
    } finally {
      context.stop();
    }
  }

  @Test
  void copiesThatCannotBeAvoidedLearnNothingAndStopNobody(StandaloneSpark spark)
      throws InterruptedException {
    SparkContext context =
        new SparkContext(
            speculating(spark).set("spark.speculation.task.duration.threshold", "50ms"));
    try (TaskLog log = TaskLog.published();
        SparkCluster cluster = SparkCluster.open(context, WORKERS)) {
      TaskWatch watch = new TaskWatch();
      context.addSparkListener(watch);
      Rounds.place(cluster);
      Probe task = new Probe(log.number(), SLOW, Behaviour.WAITS);
      try (Round round = Rounds.start(cluster, 1, task)) {
        Rounds.drain(round, WORKERS - 1);
        Executor home = cluster.executors().get(SLOW);
        List<TaskWatch.Seen> copies =
            watch.await(
                3,
                seen ->
                    seen.copy()
                        && seen.killed()
                        && seen.ending().contains("belongs on executor " + home.id()));
        assertThat(copies).noneMatch(copy -> copy.executor().equals(home.id()));
        log.openGate();
        Rounds.assertAnswer(round.next(Long.MAX_VALUE));
      }
      assertThat(log.started()).as("a copy may also land at home").containsOnly(0.0, 1.0, 2.0);
      Rounds.assertNothingMoved(cluster);
    } finally {
      context.stop();
    }
  }
}
