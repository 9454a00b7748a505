package io.lagrid.spark.speed;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.report.RunReport;
import io.lagrid.spark.SparkCluster;
import io.lagrid.spark.data.DistributedMatrices;
import io.lagrid.spark.standalone.StandaloneSpark;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.mllib.linalg.distributed.BlockMatrix;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A product of two 4000×4000 matrices on four executors, without faults. */
class BlockMatrixBenchmark {

  private static final int SIDE = 4000;
  private static final int RUNS = 2;
  private static StandaloneSpark spark;
  private static SparkContext context;

  @BeforeAll
  static void startSpark() {
    spark = new StandaloneSpark(4, 1);
    context = SpeedBench.open(spark, "product", "spark.executor.memory", "1800m");
  }

  @AfterAll
  static void stopSpark() {
    context.stop();
    spark.close();
  }

  @Test
  void product() {
    Matrix a = SpeedBench.matrix(SIDE, SIDE);
    Matrix b = SpeedBench.matrix(SIDE, SIDE).transpose();
    try (SparkCluster cluster = SparkCluster.open(context, 4)) {
      lagrid("Lagrid, uncoded", cluster, 0, a, b);
      lagrid("Lagrid, 1 straggler tolerated", cluster, 1, a, b);
    }
    JavaSparkContext java = new JavaSparkContext(context);
    BlockMatrix left = DistributedMatrices.blocks(java, a, 1000).cache();
    BlockMatrix right = DistributedMatrices.blocks(java, b, 1000).cache();
    left.blocks().count();
    right.blocks().count();
    Figures.report(
        "BlockMatrix, cached in, result left distributed",
        Figures.time(RUNS, () -> assertThat(left.multiply(right).blocks().count()).isEqualTo(16)));
  }

  private static void lagrid(String name, SparkCluster cluster, int s, Matrix a, Matrix b) {
    Lagrid lagrid = Lagrid.on(cluster).tolerating(Tolerance.stragglers(s));
    List<RunReport> reports = new ArrayList<>();
    Figures.report(
        name + ", from the driver and back",
        Figures.time(RUNS, () -> reports.add(lagrid.multiply(a, b).report())));
    RunReport report = reports.get(RUNS - 1);
    Figures.note(
        "  %s, %s, driver's kernels %s"
            .formatted(report.code(), report.seconds(), Kernels.fastest().name()));
  }
}
