package io.lagrid.spark.speed;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.PreparedProduct;
import io.lagrid.spark.SparkCluster;
import io.lagrid.spark.standalone.StandaloneSpark;
import java.util.Set;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Eight tasks of 2 s, two of them on executors that take 6 s: coded, and with speculation. */
class StragglersBenchmark {

  private static final int WORKERS = 8;
  private static final int RUNS = 2;
  private static final int WARM = 3;
  private static final Set<String> SLOW = Set.of("2", "5");
  private static final Pace PACE = new Pace(2, 6, SLOW);
  private static final Pace BRISK = new Pace(0.1, 0.1, SLOW);
  private static final Matrix A = SpeedBench.matrix(960, 960);
  private static final Matrix V = SpeedBench.matrix(960, 1);
  private static StandaloneSpark spark;

  @BeforeAll
  static void startSpark() {
    spark = new StandaloneSpark(WORKERS, 1);
  }

  @AfterAll
  static void stopSpark() {
    spark.close();
  }

  @Test
  void plain() {
    plain("speculation off", "spark.speculation", "false");
    plain(
        "speculation at the defaults of 4.x",
        "spark.speculation",
        "true",
        "spark.speculation.quantile",
        "0.9",
        "spark.speculation.multiplier",
        "3");
    plain(
        "speculation tuned, quantile 0.75, multiplier 1.5",
        "spark.speculation",
        "true",
        "spark.speculation.quantile",
        "0.75",
        "spark.speculation.multiplier",
        "1.5");
    plain(
        "speculation tuned, quantile 0.5, multiplier 1.2",
        "spark.speculation",
        "true",
        "spark.speculation.quantile",
        "0.5",
        "spark.speculation.multiplier",
        "1.2");
  }

  private static void plain(String name, String... settings) {
    SparkContext context = SpeedBench.open(spark, name, settings);
    try {
      SparkCluster.open(context, WORKERS).close(); // all executors are there
      PlainProduct product = new PlainProduct(new JavaSparkContext(context), A, WORKERS);
      double[] unused = Figures.time(WARM, () -> product.multiply(V.toArray(), BRISK));
      Finishes finishes = new Finishes();
      context.addSparkListener(finishes);
      Figures.report(
          name,
          Figures.time(RUNS, () -> assertThat(product.multiply(V.toArray(), PACE)).hasSize(8)));
      Figures.note("  its 6th task ended after %.3f s".formatted(finishes.of(6)));
    } finally {
      context.stop();
    }
  }

  @Test
  void coded() {
    SparkContext context = SpeedBench.open(spark, "coded");
    try (SparkCluster cluster = SparkCluster.open(context, WORKERS)) {
      try (PreparedProduct<Matrix> product = prepare(cluster, BRISK)) {
        double[] unused = Figures.time(WARM, () -> product.multiply(V));
      }
      coded("Lagrid, 2 stragglers tolerated, tasks of 2 s", cluster, PACE);
      coded(
          "Lagrid, tasks longer by the share of work, 8/6 of 2 s",
          cluster,
          new Pace(2.0 * 8 / 6, 6, SLOW));
    } finally {
      context.stop();
    }
  }

  private static void coded(String name, SparkCluster cluster, Pace pace) {
    try (PreparedProduct<Matrix> product = prepare(cluster, pace)) {
      Figures.report(
          name + ", the round that brings the shares", Figures.time(1, () -> product.multiply(V)));
      Figures.report(name, Figures.time(RUNS, () -> product.multiply(V)));
      Figures.note("  " + product.multiply(V).report().code());
    }
  }

  private static PreparedProduct<Matrix> prepare(SparkCluster cluster, Pace pace) {
    return Lagrid.on(new PacedCluster(cluster, pace))
        .tolerating(Tolerance.stragglers(2))
        .prepare(A, 1);
  }
}
