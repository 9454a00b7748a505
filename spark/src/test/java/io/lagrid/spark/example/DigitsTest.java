package io.lagrid.spark.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Lagrid;
import io.lagrid.spark.Separation;
import io.lagrid.spark.SparkCluster;
import io.lagrid.spark.SparkSettings;
import io.lagrid.spark.data.DataFrames;
import io.lagrid.spark.data.SizeLimit;
import java.util.Arrays;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The example of the page for Spark's users: a frame in, a fit by coded rounds, a column out. */
@Timeout(120)
class DigitsTest {

  private static final String DATA = "../cli/src/main/resources/io/lagrid/cli/demo/digits.csv.gz";
  private static final SizeLimit LIMIT = SizeLimit.ofThisProcess();

  /** λ, so large that conjugate gradients converge although many pixels are always dark. */
  private static final double RIDGE = 1000;

  private static SparkSession session;
  private static Dataset<Row> digits;
  private static String[] pixels;

  @BeforeAll
  static void readDigits() {
    SparkConf conf =
        new SparkConf()
            .setMaster("local[4]")
            .setAppName("digits")
            .set("spark.ui.enabled", "false")
            .set("spark.local.dir", "target/spark-local")
            .set("spark.sql.warehouse.dir", "target/warehouse")
            .set("spark.driver.host", "127.0.0.1");
    session = SparkSession.builder().config(conf).getOrCreate();
    Dataset<Row> table = session.read().option("inferSchema", "true").csv(DATA);
    pixels = Arrays.copyOf(table.columns(), 64);
    Column three = functions.when(table.col("_c64").equalTo(3), 1).otherwise(-1);
    digits = table.withColumn("three", three).cache();
  }

  @AfterAll
  static void stopSpark() {
    session.stop();
  }

  @Test
  void aFitByCodedRoundsScoresAFrame() {
    Matrix x = DataFrames.collect(digits, LIMIT, pixels);
    Matrix y = DataFrames.collect(digits, LIMIT, "three");
    SparkSettings shared = SparkSettings.DEFAULT.withSeparation(Separation.NONE);
    try (SparkCluster cluster = SparkCluster.open(session.sparkContext(), 6, shared)) {
      Lagrid lagrid = Lagrid.on(cluster).tolerating(Tolerance.stragglers(2));
      double[] weights = new RidgeRegression(RIDGE, 100).fit(lagrid, x, y);

      double start = slope(x, y, new double[weights.length]);
      assertThat(slope(x, y, weights)).as("XᵀX·w + λw − Xᵀy").isLessThan(1e-8 * start);
      Column[] columns = Arrays.stream(pixels).map(digits::col).toArray(Column[]::new);
      Dataset<Row> scored = digits.withColumn("score", DataFrames.combination(weights, columns));
      long right = scored.filter("score > 0 AND three = 1 OR score <= 0 AND three = -1").count();
      assertThat(right).as("of %d", x.rows()).isGreaterThan(x.rows() * 95L / 100);
    }
  }

  /** The largest entry of the gradient, computed directly. */
  private static double slope(Matrix x, Matrix y, double[] weights) {
    double[] gradient = Arrays.stream(weights).map(weight -> RIDGE * weight).toArray();
    for (int i = 0; i < x.rows(); i++) {
      double miss = -y.get(i, 0);
      for (int j = 0; j < weights.length; j++) {
        miss += x.get(i, j) * weights[j];
      }
      for (int j = 0; j < weights.length; j++) {
        gradient[j] += miss * x.get(i, j);
      }
    }
    return Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
  }
}
