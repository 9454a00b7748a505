package io.lagrid.spark.speed;

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

/** Rounds on shares that stay where they are, beside cached blocks, on eight executors. */
class IteratedBenchmark {

  private static final int WORKERS = 8;
  private static final Pace NONE = new Pace(0, 0, Set.of());
  private static StandaloneSpark spark;
  private static SparkContext context;

  @BeforeAll
  static void startSpark() {
    spark = new StandaloneSpark(WORKERS, 1);
    context = SpeedBench.open(spark, "iterated");
  }

  @AfterAll
  static void stopSpark() {
    context.stop();
    spark.close();
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
}
