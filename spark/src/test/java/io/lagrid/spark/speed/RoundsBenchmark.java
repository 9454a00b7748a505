package io.lagrid.spark.speed;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.PreparedProduct;
import io.lagrid.spark.SparkCluster;
import io.lagrid.spark.standalone.StandaloneSpark;
import java.util.List;
import java.util.Set;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a round costs beyond its work, on eight executors. */
class RoundsBenchmark {

  private static final int WORKERS = 8;
  private static final int WARM = 200;
  private static final int RUNS = 200;
  private static final Pace NONE = new Pace(0, 0, Set.of());
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
      for (int turn = 1; turn <= 3; turn++) {
        double job = Figures.report("bare job of 8 tasks", Figures.time(RUNS, bare));
        double round = Figures.report("round, all 8 answers", Figures.time(RUNS, waiting));
        double first = Figures.report("round, 6 answers of 8", Figures.time(RUNS, coded));
        Figures.note(
            "  a round costs %.1f ms more than a bare job with all answers, %.1f ms with 6 of 8"
                .formatted(1e3 * (round - job), 1e3 * (first - job)));
      }
    }
  }

  @Test
  void iteratedRoundsWithCachedShares() {
    Matrix a = SpeedBench.matrix(4000, 4000);
    Matrix v = SpeedBench.matrix(4000, 1);
    try (SparkCluster cluster = SparkCluster.open(context, WORKERS);
        PreparedProduct<Matrix> product =
            Lagrid.on(cluster).tolerating(Tolerance.stragglers(2)).prepare(a, 1)) {
      Figures.report(
          "first round, 4000x4000 by 4000x1", Figures.time(1, () -> product.multiply(v)));
      double[] unused = Figures.time(30, () -> product.multiply(v));
      Figures.report("further rounds", Figures.time(50, () -> product.multiply(v)));
      Figures.note("  " + product.multiply(v).report().seconds());
    }
    PlainProduct plain = new PlainProduct(new JavaSparkContext(context), a, WORKERS);
    double[] unused = Figures.time(30, () -> plain.multiply(v.toArray(), NONE));
    Figures.report(
        "plain Spark, cached blocks", Figures.time(50, () -> plain.multiply(v.toArray(), NONE)));
  }

  @Test
  void cancelledTasksEndSoon() throws InterruptedException {
    Matrix a = SpeedBench.matrix(2400, 2400);
    SlotWatch watch = new SlotWatch();
    context.addSparkListener(watch);
    try (SparkCluster cluster = SparkCluster.open(context, WORKERS)) {
      // Two executors would compute and then wait for a minute.
      List<String> slow = List.of(cluster.executors().get(0).id(), cluster.executors().get(1).id());
      PacedCluster paced = new PacedCluster(cluster, new Pace(0, 60, Set.copyOf(slow)));
      try (PreparedProduct<Matrix> product =
          Lagrid.on(paced).tolerating(Tolerance.stragglers(2)).prepare(a, 300)) {
        Matrix b = SpeedBench.matrix(2400, 300);
        double[] seconds = new double[20];
        for (int i = 0; i < seconds.length; i++) {
          product.multiply(b);
          seconds[i] = watch.secondsUntilKilled(2, Clock.system().nanos());
        }
        Figures.report("from the result to the end of both stragglers' tasks", seconds);
      }
    }
  }
}
