package io.lagrid.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.ClusterContract;
import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.Probe;
import io.lagrid.engine.cluster.Probe.Behaviour;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.TaskLog;
import io.lagrid.engine.cluster.WorkerEvent;
import io.lagrid.engine.cluster.piece.Loads;
import io.lagrid.engine.cluster.piece.PieceCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Five pieces of three workers on Spark are a cluster like any other. */
class PiecesTest extends ClusterContract {

  private static final int PARTS = 4;

  private static SparkContext context;

  private Optional<SparkCluster> inner = Optional.empty();

  @BeforeAll
  static void startSpark() {
    context =
        new SparkContext(
            new SparkConf()
                .setMaster("local[4]")
                .setAppName("pieces")
                .set("spark.ui.enabled", "false")
                .set("spark.local.dir", "target/spark-local")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.lagrid.separation", "none"));
  }

  @AfterAll
  static void stopSpark() {
    context.stop();
  }

  @Override
  protected Cluster open(int workers) {
    Loads loads = Loads.of(2, 2, workers - 4);
    SparkCluster cluster = SparkCluster.open(context, loads.workers());
    inner = Optional.of(cluster);
    return PieceCluster.around(cluster, loads);
  }

  @Override
  protected int retained(Cluster cluster) {
    SparkCluster spark = inner.orElseThrow();
    return spark.heldShares() + spark.openRounds();
  }

  /** Word of a cancellation goes through Spark's scheduler. */
  @Override
  protected boolean closesAtOnce() {
    return false;
  }

  @Test
  void whatAWorkerHasDoneCountsWhileAnotherIsStuck() throws InterruptedException {
    try (TaskLog log = new TaskLog();
        SparkCluster cluster = SparkCluster.open(context, 2)) {
      Rounds.place(cluster);
      Probe task = new Probe(log.number(), 1, Behaviour.WAITS);
      List<Dispatch> parts = new ArrayList<>();
      for (int part = 0; part < PARTS; part++) {
        parts.add(new Dispatch(part, task, List.of(Rounds.KEY)));
      }
      try (Round round = cluster.startAll(parts)) {
        for (int part = 0; part < PARTS; part++) {
          WorkerEvent event = round.next(Long.MAX_VALUE);
          Rounds.assertAnswer(event);
          assertThat(event.worker()).isZero();
          assertThat(event.round()).as("in the order given").isEqualTo(part);
        }
        log.awaitStarted(PARTS + 1);
        assertThat(log.started()).as("worker 1 is at its first part").containsOnlyOnce(1.0);
        log.openGate();
        for (int part = 0; part < PARTS; part++) {
          WorkerEvent event = round.next(Long.MAX_VALUE);
          Rounds.assertAnswer(event);
          assertThat(event.round()).isEqualTo(part);
        }
        assertThat(round.next(Long.MAX_VALUE)).isNull();
      }
      assertThat(cluster.openRounds()).isZero();
    }
  }
}
