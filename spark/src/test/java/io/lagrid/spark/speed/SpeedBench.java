package io.lagrid.spark.speed;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.spark.standalone.StandaloneSpark;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;

/** What the benchmarks share. */
final class SpeedBench {

  private SpeedBench() {}

  /** An application with one executor of one core per worker, compiled as in production. */
  static SparkContext open(StandaloneSpark spark, String name, String... settings) {
    SparkConf conf =
        spark
            .conf(name)
            .set(
                "spark.executor.extraJavaOptions",
                "-XX:+UseParallelGC --add-modules=jdk.incubator.vector");
    for (int i = 0; i < settings.length; i += 2) {
      conf.set(settings[i], settings[i + 1]);
    }
    return new SparkContext(conf);
  }

  static Matrix matrix(int rows, int columns) {
    Randomness random = Randomness.insecure(5);
    Matrix matrix = Matrix.zeros(rows, columns);
    double[] data = matrix.data();
    for (int i = 0; i < data.length; i++) {
      data[i] = random.nextInt(2001) / 1000.0 - 1;
    }
    return matrix;
  }
}
