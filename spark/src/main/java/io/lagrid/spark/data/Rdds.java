package io.lagrid.spark.data;

import io.lagrid.algebra.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/** Between data sets of rows and matrices. */
public final class Rdds {

  private Rdds() {}

  /**
   * The rows of a data set as a matrix, in the set's order. Runs two jobs: one measures, one
   * fetches.
   *
   * @param rows all of one length
   * @throws IllegalArgumentException if the matrix is beyond the limit, rows differ in length, or
   *     their number changed between the jobs
   */
  public static Matrix collect(JavaRDD<double[]> rows, SizeLimit limit) {
    List<Integer> lengths = rows.map(row -> row.length).distinct().collect();
    if (lengths.size() > 1) {
      throw new IllegalArgumentException("rows of several lengths: " + lengths);
    }
    int columns = lengths.isEmpty() ? 0 : lengths.get(0);
    Matrix matrix = limit.zeros(rows.count(), columns);
    List<double[]> all = rows.collect();
    if (all.size() != matrix.rows()) {
      throw new IllegalArgumentException(
          "the set had %d rows, then %d".formatted(matrix.rows(), all.size()));
    }
    for (int i = 0; i < matrix.rows(); i++) {
      System.arraycopy(all.get(i), 0, matrix.data(), i * columns, columns);
    }
    return matrix;
  }

  /**
   * The rows of a matrix as a data set. Runs no job.
   *
   * @param matrix not modified
   * @param slices how many partitions
   */
  public static JavaRDD<double[]> of(JavaSparkContext context, Matrix matrix, int slices) {
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < matrix.rows(); i++) {
      rows.add(matrix.block(i, 0, 1, matrix.columns()).toArray());
    }
    return context.parallelize(rows, slices);
  }
}
