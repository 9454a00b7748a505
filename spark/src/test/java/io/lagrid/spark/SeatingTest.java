package io.lagrid.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.engine.cluster.Probe;
import io.lagrid.engine.cluster.TaskLog;
import io.lagrid.spark.pinned.Executor;
import io.lagrid.spark.standalone.SharedSpark;
import io.lagrid.spark.standalone.StandaloneSpark;
import java.time.Duration;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Four executors, two on each of two hosts. */
@ExtendWith(SharedSpark.class)
@Timeout(120)
class SeatingTest {

  private static SparkContext context;
  private static SparkSettings settings;

  @BeforeAll
  static void startSpark(StandaloneSpark spark) {
    SparkConf conf =
        spark
            .conf("seating")
            .set("spark.executor.cores", "1")
            .set("spark.cores.max", "4")
            .set("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
            .set("spark.kryo.registrationRequired", "true");
    context = new SparkContext(conf);
    settings = SparkSettings.of(conf);
    SparkCluster.open(context, 4).close(); // all are there
  }

  @AfterAll
  static void stopSpark() {
    context.stop();
  }

  @Test
  void noTwoWorkersSitAtOneExecutor() throws InterruptedException {
    try (TaskLog log = TaskLog.published();
        SparkCluster cluster = SparkCluster.open(context, 4)) {
      assertThat(cluster.executors()).extracting(Executor::id).doesNotHaveDuplicates();
      Rounds.place(cluster);
      Rounds.run(cluster, 1, Probe.sum(log)).values().forEach(Rounds::assertAnswer);
      Rounds.assertNothingMoved(cluster);
    }
  }

  @Test
  void noTwoWorkersSitOnOneHostIfSoChosen() {
    List<String> hosts = allHosts();
    SparkSettings byHost = settings.withSeparation(Separation.HOST).withPatience(Duration.ZERO);
    try (SparkCluster cluster = SparkCluster.open(context, hosts.size(), byHost)) {
      assertThat(cluster.executors())
          .extracting(Executor::host)
          .containsExactlyInAnyOrderElementsOf(hosts);
    }
    assertThatThrownBy(() -> SparkCluster.open(context, hosts.size() + 1, byHost))
        .isInstanceOf(TooFewExecutorsException.class)
        .hasMessageContaining("at most one per host");
  }

  @Test
  void aClusterSmallerThanTheWorkersIsRefusedWithTheReason() {
    assertThatThrownBy(
            () -> SparkCluster.open(context, 5, settings.withPatience(Duration.ofMillis(10))))
        .isInstanceOfSatisfying(
            TooFewExecutorsException.class,
            refused -> {
              assertThat(refused.workers()).isEqualTo(5);
              assertThat(refused.available()).isEqualTo(4);
            })
        .hasMessageContaining("5 workers, at most one per executor")
        .hasMessageContaining("there are 4")
        .hasMessageContaining("executor 0 on 127.0.0.");
  }

  @Test
  void workersShareExecutorsOnlyIfSoChosen() throws InterruptedException {
    SparkSettings shared = settings.withSeparation(Separation.NONE);
    try (TaskLog log = TaskLog.published();
        SparkCluster cluster = SparkCluster.open(context, 7, shared)) {
      assertThat(cluster.executors().stream().distinct()).hasSize(4);
      Rounds.place(cluster);
      Rounds.run(cluster, 1, Probe.sum(log)).values().forEach(Rounds::assertAnswer);
    }
  }

  private static List<String> allHosts() {
    try (SparkCluster cluster = SparkCluster.open(context, 4)) {
      return cluster.executors().stream().map(Executor::host).distinct().toList();
    }
  }
}
