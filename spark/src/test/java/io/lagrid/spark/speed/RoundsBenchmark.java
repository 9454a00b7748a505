package io.lagrid.spark.speed;

import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.PreparedProduct;
import io.lagrid.spark.SparkCluster;
import io.lagrid.spark.standalone.StandaloneSpark;
import java.util.List;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a round costs beyond its work, on eight executors. */
class RoundsBenchmark {

  private static final int WORKERS = 8;
  private static final int WARM = 100;
  private static final int RUNS = 100;
  private static StandaloneSpark spark;
  private static SparkContext context;

  @BeforeAll
  static void startSpark() {
    spark = new StandaloneSpark(WORKERS, 1);
    context = SpeedBench.open(spark, "rounds");
  }

  @AfterAll
  static void stopSpark() {
    context.stop();
    spark.close();
  }

  @Test
  void smallRoundsBesideBareJobs() {
    Matrix a = SpeedBench.matrix(48, 48);
    Matrix v = SpeedBench.matrix(48, 1);
    JavaRDD<Integer> eight =
        new JavaSparkContext(context).parallelize(List.of(1, 2, 3, 4, 5, 6, 7, 8), WORKERS);
    try (SparkCluster cluster = SparkCluster.open(context, WORKERS);
        PreparedProduct<Matrix> all =
            Lagrid.on(cluster).tolerating(Tolerance.stragglers(0)).prepare(a, 1);
        PreparedProduct<Matrix> six =
            Lagrid.on(cluster).tolerating(Tolerance.stragglers(2)).prepare(a, 1)) {
      Runnable bare = () -> eight.count();
      Runnable waiting = () -> all.multiply(v);
      Runnable coded = () -> six.multiply(v);
      for (Runnable run : List.of(bare, waiting, coded)) {
        double[] unused = Figures.time(WARM, run);
      }
      for (int turn = 1; turn <= 2; turn++) {
        double job = Figures.report("bare job of 8 tasks", Figures.time(RUNS, bare));
        double round = Figures.report("round, all 8 answers", Figures.time(RUNS, waiting));
        double first = Figures.report("round, 6 answers of 8", Figures.time(RUNS, coded));
        Figures.note(
            "  a round costs %.1f ms more than a bare job with all answers, %.1f ms with 6 of 8"
                .formatted(1e3 * (round - job), 1e3 * (first - job)));
      }
    }
  }
}
