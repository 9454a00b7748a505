package io.lagrid.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.engine.cluster.Probe;
import io.lagrid.engine.cluster.Probe.Behaviour;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.TaskLog;
import io.lagrid.engine.cluster.WorkerEvent;
import io.lagrid.spark.pinned.Executor;
import io.lagrid.spark.resident.LedgerEntry;
import io.lagrid.spark.standalone.SharedSpark;
import io.lagrid.spark.standalone.StandaloneSpark;
import io.lagrid.spark.standalone.TaskWatch;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where an executor dies, Spark would compute its shares again, elsewhere, and differently. */
@ExtendWith(SharedSpark.class)
@Timeout(180)
class LostExecutorTest {

  /** Marks what need not be seen on every line of Spark. */
  private static final String ONE_LINE = "one-line-of-spark";

  private static final int WORKERS = 3;
  private static final int VICTIM = 1;

  @Test
  void aLostExecutorIsALostWorker(StandaloneSpark spark) throws InterruptedException {
    loseAnExecutor(spark, 4);
  }

  /** Where one failure ends a job of Spark's, the other workers do not notice. */
  @Test
  @Tag(ONE_LINE)
  void oneFailureLosesOneWorkerOnly(StandaloneSpark spark) throws InterruptedException {
    loseAnExecutor(spark, 1);
  }

  private static void loseAnExecutor(StandaloneSpark spark, int failures)
      throws InterruptedException {
    SparkConf conf = spark.conf("lost").set("spark.task.maxFailures", String.valueOf(failures));
    SparkContext context = new SparkContext(conf.set("spark.cores.max", "6"));
    try (TaskLog log = TaskLog.published();
        SparkCluster cluster = SparkCluster.open(context, WORKERS)) {
      TaskWatch watch = new TaskWatch();
      context.addSparkListener(watch);
      Rounds.place(cluster);
      NaiveShares naive = new NaiveShares(context, cluster.executors());
      String share = naive.look().get(VICTIM).share();
      Executor victim = cluster.executors().get(VICTIM);

      Probe task = new Probe(log.number(), VICTIM, Behaviour.WAITS);
      try (Round round = Rounds.start(cluster, 1, task)) {
        log.awaitStarted(WORKERS);
        spark.executorsOn(victim.host()).forEach(ProcessHandle::destroyForcibly);
        Map<Integer, WorkerEvent> events = Rounds.drain(round, WORKERS);
        Rounds.assertLost(events.get(VICTIM), victim + " is gone");
        Rounds.assertAnswer(events.get(0));
        Rounds.assertAnswer(events.get(2));
      }
      watch.await(1, seen -> seen.kind().equals("added"));

      assertThat(naive.look().get(VICTIM).share())
          .as("the trap: a cached share is computed again, with other randomness")
          .isNotEqualTo(share);
      Map<Integer, WorkerEvent> after = Rounds.run(cluster, 2, Probe.sum(log));
      Rounds.assertLost(after.get(VICTIM), victim + " is gone");
      Rounds.assertAnswer(after.get(0));
      Rounds.assertAnswer(after.get(2));
      Rounds.assertNothingMoved(cluster);
      Set<Integer> survivors =
          cluster.ledger().stream().map(LedgerEntry::worker).collect(Collectors.toSet());
      assertThat(survivors).containsExactlyInAnyOrder(0, 2);
      assertTheNewcomerIsSeated(context, victim, log);
    } finally {
      context.stop();
    }
  }

  /** The executor that Spark started in the dead one's place serves clusters opened from now on. */
  private static void assertTheNewcomerIsSeated(SparkContext context, Executor gone, TaskLog log)
      throws InterruptedException {
    try (SparkCluster next = SparkCluster.open(context, WORKERS)) {
      assertThat(next.executors()).doesNotContain(gone).doesNotHaveDuplicates();
      Rounds.place(next);
      Rounds.run(next, 1, Probe.sum(log)).values().forEach(Rounds::assertAnswer);
      Rounds.assertNothingMoved(next);
    }
  }
}
