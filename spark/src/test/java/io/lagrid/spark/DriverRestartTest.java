package io.lagrid.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.engine.cluster.Probe;
import io.lagrid.engine.cluster.Probe.Behaviour;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.TaskLog;
import io.lagrid.engine.cluster.WorkerEvent;
import io.lagrid.spark.standalone.SharedSpark;
import io.lagrid.spark.standalone.StandaloneSpark;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The driver ends, in the middle of a round, and another begins. */
@ExtendWith(SharedSpark.class)
@Timeout(180)
class DriverRestartTest {

  private static final int WORKERS = 2;

  @Test
  void sharesEndWithTheirDriverAndTheNextBeginsAfresh(StandaloneSpark spark) throws Exception {
    SparkConf conf = spark.conf("restart").set("spark.cores.max", "4");
    SparkContext first = new SparkContext(conf);
    List<ProcessHandle> executors;
    try (TaskLog log = TaskLog.published();
        SparkCluster cluster = SparkCluster.open(first, WORKERS)) {
      Rounds.place(cluster);
      executors =
          cluster.executors().stream()
              .flatMap(executor -> spark.executorsOn(executor.host()).stream())
              .toList();
      Round round = Rounds.start(cluster, 1, new Probe(log.number(), 1, Behaviour.WAITS));
      Rounds.assertAnswer(round.next(Long.MAX_VALUE));
      first.stop();
      WorkerEvent event = round.next(Long.MAX_VALUE);
      Rounds.assertLost(event, "");
      assertThat(round.next(Long.MAX_VALUE)).isNull();
      assertThatThrownBy(() -> Rounds.start(cluster, 2, Probe.sum(log)))
          .isInstanceOf(IllegalStateException.class);
    }
    for (ProcessHandle executor : executors) {
      executor.onExit().get(60, TimeUnit.SECONDS);
    }

    SparkContext second = new SparkContext(conf);
    try (TaskLog log = TaskLog.published();
        SparkCluster cluster = SparkCluster.open(second, WORKERS)) {
      Rounds.run(cluster, 1, Probe.sum(log))
          .values()
          .forEach(event -> Rounds.assertLost(event, "holds no share under job 1"));
      Rounds.place(cluster);
      Rounds.run(cluster, 2, Probe.sum(log)).values().forEach(Rounds::assertAnswer);
      Rounds.assertNothingMoved(cluster);
    } finally {
      second.stop();
    }
  }
}
