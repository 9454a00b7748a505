package io.lagrid.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.engine.cluster.Probe;
import io.lagrid.engine.cluster.TaskLog;
import io.lagrid.spark.pinned.Executor;
import io.lagrid.spark.pinned.TaskTotals;
import io.lagrid.spark.standalone.SharedApplication;
import io.lagrid.spark.standalone.TaskWatch;
import java.time.Duration;
import java.util.List;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Six executors, two of them on one host. */
@ExtendWith(SharedApplication.class)
@Order(SharedApplication.LAST)
@Timeout(120)
class SeatingTest {

  private static final int EXECUTORS = SharedApplication.EXECUTORS;

  private final SparkContext context;
  private final SparkSettings settings;

  SeatingTest(SparkContext context) {
    this.context = context;
    settings = SparkSettings.of(context.getConf());
  }

  @Test
  void noTwoWorkersSitAtOneExecutor() throws InterruptedException {
    try (TaskLog log = TaskLog.published();
        SparkCluster cluster = SparkCluster.open(context, EXECUTORS)) {
      assertThat(cluster.executors()).extracting(Executor::id).doesNotHaveDuplicates();
      Rounds.place(cluster);
      Rounds.run(cluster, 1, Probe.sum(log)).values().forEach(Rounds::assertAnswer);
      Rounds.assertNothingMoved(cluster);
    }
  }

  @Test
  void noTwoWorkersSitOnOneHostIfSoChosen() {
    List<String> hosts = allHosts();
    assertThat(hosts).hasSize(EXECUTORS - 1);
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
            () -> SparkCluster.open(context, 7, settings.withPatience(Duration.ofMillis(10))))
        .isInstanceOfSatisfying(
            TooFewExecutorsException.class,
            refused -> {
              assertThat(refused.workers()).isEqualTo(7);
              assertThat(refused.available()).isEqualTo(EXECUTORS);
            })
        .hasMessageContaining("7 workers, at most one per executor")
        .hasMessageContaining("there are 6")
        .hasMessageContaining("executor 0 on 127.0.0.");
  }

  @Test
  void workersShareExecutorsOnlyIfSoChosen() throws InterruptedException {
    SparkSettings shared = settings.withSeparation(Separation.NONE);
    try (TaskLog log = TaskLog.published();
        SparkCluster cluster = SparkCluster.open(context, 9, shared)) {
      assertThat(cluster.executors().stream().distinct()).hasSize(EXECUTORS);
      Rounds.place(cluster);
      Rounds.run(cluster, 1, Probe.sum(log)).values().forEach(Rounds::assertAnswer);
    }
  }

  @Test
  void whatTasksTakeIsKnownByExecutor() throws InterruptedException {
    TaskWatch watch = new TaskWatch();
    try (TaskLog log = TaskLog.published();
        SparkCluster cluster = SparkCluster.open(context, EXECUTORS)) {
      context.addSparkListener(watch); // hears of things after the cluster does
      assertThat(cluster.totals().values()).containsOnly(TaskTotals.NONE);
      Rounds.place(cluster);
      Rounds.run(cluster, 1, Probe.sum(log)).values().forEach(Rounds::assertAnswer);
      watch.awaitEnds(EXECUTORS, "round 1,");
      assertThat(cluster.totals().keySet())
          .containsExactlyInAnyOrderElementsOf(cluster.executors());
      assertThat(cluster.totals().values())
          .allSatisfy(totals -> assertThat(totals.tasks()).isPositive())
          .allSatisfy(totals -> assertThat(totals.bytesSent()).isPositive());
    } finally {
      context.removeSparkListener(watch);
    }
  }

  private List<String> allHosts() {
    try (SparkCluster cluster = SparkCluster.open(context, EXECUTORS)) {
      return cluster.executors().stream().map(Executor::host).distinct().toList();
    }
  }
}
