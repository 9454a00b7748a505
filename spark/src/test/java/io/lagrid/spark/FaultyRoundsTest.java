package io.lagrid.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.PreparedProduct;
import io.lagrid.engine.report.ComputationFailedException;
import io.lagrid.engine.report.Fate;
import io.lagrid.engine.report.Result;
import io.lagrid.engine.report.WorkerTimeline;
import io.lagrid.spark.pinned.Executor;
import io.lagrid.spark.standalone.SharedSpark;
import io.lagrid.spark.standalone.StandaloneSpark;
import io.lagrid.spark.standalone.TaskWatch;
import java.io.IOException;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Twenty rounds in a row while executors stall, come back and die. */
@ExtendWith(SharedSpark.class)
@Timeout(240)
class FaultyRoundsTest {

  private static final int WORKERS = 5;
  private static final int ROUNDS = 20;
  private static final long SEED = 20260101;

  @Test
  void everyRoundIsRightOrFailsAsSaid(StandaloneSpark spark)
      throws InterruptedException, IOException {
    SparkContext context = new SparkContext(spark.conf("faults"));
    TaskWatch watch = new TaskWatch();
    context.addSparkListener(watch);
    Randomness random = Randomness.insecure(SEED);
    LongMatrix a = matrix(random, 12, 10);
    try (SparkCluster cluster = SparkCluster.open(context, WORKERS);
        PreparedProduct<LongMatrix> product =
            Lagrid.on(cluster).tolerating(Tolerance.stragglers(2).colluders(1)).prepare(a, 3)) {
      int lost = 0;
      for (int round = 0; round < ROUNDS; round++) {
        Stall stall = round % 3 == 1 && lost < 2 ? stall(spark, cluster, 4) : Stall.none();
        if (round == 6 || round == 12) {
          kill(spark, cluster, lost++, watch);
        }
        LongMatrix b = matrix(random, 10, 3);
        Result<LongMatrix> result = product.multiply(b);
        assertThat(result.value()).as("round %d, seed %d", round, SEED).isEqualTo(times(a, b));
        assertThat(result.report().workersThat(Fate.LOST)).hasSizeLessThanOrEqualTo(lost);
        assertThat(result.report().workers())
            .extracting(WorkerTimeline::place)
            .isEqualTo(cluster.executors().stream().map(Executor::toString).toList());
        stall.end();
      }
      Rounds.assertNothingMoved(cluster);
      kill(spark, cluster, lost, watch);
      assertThatThrownBy(() -> product.multiply(matrix(random, 10, 3)))
          .isInstanceOf(ComputationFailedException.class)
          .hasMessageContaining("too few sound answers to decode")
          .hasMessageContaining("3 needed");
    } finally {
      context.stop();
    }
  }

  /** An executor's process that was stopped. */
  private record Stall(long pid) {

    static Stall none() {
      return new Stall(-1);
    }

    void end() throws IOException, InterruptedException {
      if (pid >= 0) {
        signal("CONT", pid);
      }
    }
  }

  private static Stall stall(StandaloneSpark spark, SparkCluster cluster, int worker)
      throws IOException, InterruptedException {
    String host = cluster.executors().get(worker).host();
    long pid = spark.executorsOn(host).get(0).pid();
    signal("STOP", pid);
    return new Stall(pid);
  }

  private static void signal(String signal, long pid) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder("kill", "-" + signal, String.valueOf(pid)).start().waitFor())
        .isZero();
  }

  private static void kill(StandaloneSpark spark, SparkCluster cluster, int worker, TaskWatch watch)
      throws InterruptedException {
    String host = cluster.executors().get(worker).host();
    String executor = cluster.executors().get(worker).id();
    spark.executorsOn(host).forEach(ProcessHandle::destroyForcibly);
    watch.await(1, seen -> seen.kind().equals("removed") && seen.executor().equals(executor));
  }

  private static LongMatrix matrix(Randomness random, int rows, int columns) {
    LongMatrix matrix = LongMatrix.zeros(rows, columns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        matrix.set(i, j, random.nextInt(2001) - 1000);
      }
    }
    return matrix;
  }

  private static LongMatrix times(LongMatrix a, LongMatrix b) {
    LongMatrix c = LongMatrix.zeros(a.rows(), b.columns());
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < b.columns(); j++) {
        for (int k = 0; k < a.columns(); k++) {
          c.set(i, j, c.get(i, j) + a.get(i, k) * b.get(k, j));
        }
      }
    }
    return c;
  }
}
