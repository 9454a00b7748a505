package io.lagrid.spark.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.Matrix;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.mllib.linalg.distributed.BlockMatrix;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class DoorsTest {

  private static final SizeLimit LIMIT = new SizeLimit(8 * 7 * 5);
  private static SparkSession session;
  private static JavaSparkContext context;

  @BeforeAll
  static void startSpark() {
    SparkConf conf =
        new SparkConf()
            .setMaster("local[2]")
            .setAppName("doors")
            .set("spark.ui.enabled", "false")
            .set("spark.local.dir", "target/spark-local")
            .set("spark.sql.warehouse.dir", "target/warehouse")
            .set("spark.driver.host", "127.0.0.1");
    session = SparkSession.builder().config(conf).getOrCreate();
    context = JavaSparkContext.fromSparkContext(session.sparkContext());
  }

  @AfterAll
  static void stopSpark() {
    session.stop();
  }

  @Test
  void rowsComeAndGo() {
    Matrix matrix = matrix(7, 5);
    assertThat(Rdds.collect(Rdds.of(context, matrix, 3), LIMIT)).isEqualTo(matrix);
    assertThatThrownBy(() -> Rdds.collect(Rdds.of(context, matrix(8, 5), 3), LIMIT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a 8x5 matrix takes 320 bytes; the limit is 280");
    assertThatThrownBy(
            () -> Rdds.collect(context.parallelize(List.of(new double[1], new double[2])), LIMIT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rows of several lengths");
  }

  @Test
  void rowMatricesComeAndGo() {
    Matrix matrix = matrix(7, 5);
    assertThat(DistributedMatrices.collect(DistributedMatrices.rows(context, matrix, 3), LIMIT))
        .isEqualTo(matrix);
    assertThatThrownBy(
            () ->
                DistributedMatrices.collect(
                    DistributedMatrices.rows(context, matrix(7, 6), 3), LIMIT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("7x6");
  }

  @Test
  void blockMatricesComeAndGo() {
    for (int side = 1; side <= 8; side++) {
      Matrix matrix = matrix(7, 5);
      assertThat(
              DistributedMatrices.collect(DistributedMatrices.blocks(context, matrix, side), LIMIT))
          .as("blocks of side %d", side)
          .isEqualTo(matrix);
    }
    BlockMatrix large = DistributedMatrices.blocks(context, matrix(6, 6), 2);
    assertThatThrownBy(() -> DistributedMatrices.collect(large, LIMIT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a 6x6 matrix takes 288 bytes; the limit is 280");
  }

  @Test
  void dataFramesComeAndGo() {
    Matrix matrix = matrix(7, 3);
    Dataset<Row> frame = DataFrames.of(session, matrix, "a", "b", "c");
    assertThat(DataFrames.collect(frame, LIMIT, "a", "b", "c")).isEqualTo(matrix);
    assertThat(DataFrames.collect(frame, LIMIT, "b").columns()).isEqualTo(1);
    Dataset<Row> large = DataFrames.of(session, matrix(12, 3), "a", "b", "c");
    assertThat(DataFrames.collect(large, LIMIT, "a", "b").rows()).isEqualTo(12);
    assertThatThrownBy(() -> DataFrames.collect(large, LIMIT, "a", "b", "c"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a 12x3 matrix takes 288 bytes; the limit is 280");
    Dataset<Row> gappy = frame.withColumn("b", functions.lit(null));
    assertThatThrownBy(() -> DataFrames.collect(gappy, LIMIT, "a", "b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("row 0, column b is null");
    assertThatThrownBy(() -> DataFrames.of(session, matrix, "a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 names for 3 columns");
  }

  @Test
  void aResultIsAppliedToAColumnWithoutBringingTheFrameHere() {
    Matrix matrix = matrix(7, 2);
    Dataset<Row> frame = DataFrames.of(session, matrix, "a", "b");
    double[] weights = {2, -3};
    Dataset<Row> scored =
        frame.withColumn("score", DataFrames.combination(weights, frame.col("a"), frame.col("b")));
    Matrix scores = DataFrames.collect(scored, LIMIT, "score");
    for (int i = 0; i < 7; i++) {
      assertThat(scores.get(i, 0)).isEqualTo(2 * matrix.get(i, 0) - 3 * matrix.get(i, 1));
    }
  }

  private static Matrix matrix(int rows, int columns) {
    Randomness random = Randomness.insecure(11);
    Matrix matrix = Matrix.zeros(rows, columns);
    for (int i = 0; i < rows * columns; i++) {
      matrix.data()[i] = random.nextInt(100) / 4.0;
    }
    return matrix;
  }
}
