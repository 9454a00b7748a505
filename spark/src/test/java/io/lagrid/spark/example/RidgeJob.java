package io.lagrid.spark.example;

import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Lagrid;
import io.lagrid.spark.SparkCluster;
import io.lagrid.spark.data.Rdds;
import io.lagrid.spark.data.SizeLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/** An application for {@code spark-submit}: which digits are threes? */
public final class RidgeJob {

  private static final int PIXELS = 64;
  private static final double THREE = 3;

  private RidgeJob() {}

  /** The data's path, the result's path, and the number of workers. */
  public static void main(String[] arguments) throws IOException {
    try (JavaSparkContext spark = new JavaSparkContext(new SparkConf());
        SparkCluster cluster = SparkCluster.open(spark.sc(), Integer.parseInt(arguments[2]))) {
      JavaRDD<double[]> lines = spark.textFile(arguments[0]).map(RidgeJob::numbers).cache();
      Matrix data = Rdds.collect(lines, SizeLimit.ofThisProcess());
      Matrix y = Matrix.zeros(data.rows(), 1);
      for (int i = 0; i < data.rows(); i++) {
        y.set(i, 0, data.get(i, PIXELS) == THREE ? 1 : -1);
      }
      Matrix x = data.block(0, 0, data.rows(), PIXELS);
      Lagrid lagrid = Lagrid.on(cluster).tolerating(Tolerance.stragglers(1));
      double[] weights = new RidgeRegression(1, 20).fit(lagrid, x, y);
      long right =
          lines.filter(line -> score(line, weights) > 0 == (line[PIXELS] == THREE)).count();
      Files.writeString(
          Path.of(arguments[1]),
          "%d of %d right, computed by %s\n".formatted(right, data.rows(), cluster.executors()));
    }
  }

  private static double[] numbers(String line) {
    return Arrays.stream(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  private static double score(double[] line, double[] weights) {
    double sum = 0;
    for (int j = 0; j < weights.length; j++) {
      sum += weights[j] * line[j];
    }
    return sum;
  }
}
