package io.lagrid.spark.data;

import io.lagrid.algebra.matrix.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Between data frames of numbers and matrices. */
public final class DataFrames {

  private DataFrames() {}

  /**
   * The columns of a data frame as a matrix, one row per row, in the frame's order. Runs two jobs:
   * one counts, one fetches; cache or checkpoint a frame that is not the same twice.
   *
   * @param columns numeric columns without nulls
   * @throws IllegalArgumentException if the matrix is beyond the limit, a value is null, or the
   *     number of rows changed between the jobs
   */
  public static Matrix collect(Dataset<Row> frame, SizeLimit limit, String... columns) {
    Column[] doubles =
        Arrays.stream(columns)
            .map(name -> frame.col(name).cast(DataTypes.DoubleType))
            .toArray(Column[]::new);
    Dataset<Row> chosen = frame.select(doubles);
    Matrix matrix = limit.zeros(chosen.count(), columns.length);
    List<Row> rows = chosen.collectAsList();
    if (rows.size() != matrix.rows()) {
      throw new IllegalArgumentException(
          "the frame had %d rows, then %d".formatted(matrix.rows(), rows.size()));
    }
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < columns.length; j++) {
        if (rows.get(i).isNullAt(j)) {
          throw new IllegalArgumentException("row %d, column %s is null".formatted(i, columns[j]));
        }
        matrix.set(i, j, rows.get(i).getDouble(j));
      }
    }
    return matrix;
  }

  /**
   * A matrix as a data frame of double columns. Runs no job.
   *
   * @param matrix not modified
   * @param columns one name per column
   */
  public static Dataset<Row> of(SparkSession session, Matrix matrix, String... columns) {
    if (columns.length != matrix.columns()) {
      throw new IllegalArgumentException(
          "%d names for %d columns".formatted(columns.length, matrix.columns()));
    }
    List<StructField> fields =
        Arrays.stream(columns)
            .map(name -> DataTypes.createStructField(name, DataTypes.DoubleType, false))
            .toList();
    StructType schema = DataTypes.createStructType(fields);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < matrix.rows(); i++) {
      Object[] values = new Object[columns.length];
      for (int j = 0; j < values.length; j++) {
        values[j] = matrix.get(i, j);
      }
      rows.add(RowFactory.create(values));
    }
    return session.createDataFrame(rows, schema);
  }

  /**
   * The column Σ_j weights[j] · columns[j]: applies a result, such as the coefficients of a
   * regression, to a frame of any size without bringing it here.
   *
   * @param weights one per column; not modified
   */
  public static Column combination(double[] weights, Column... columns) {
    if (weights.length != columns.length) {
      throw new IllegalArgumentException(
          "%d weights for %d columns".formatted(weights.length, columns.length));
    }
    Column sum = functions.lit(0.0);
    for (int j = 0; j < columns.length; j++) {
      sum = sum.plus(columns[j].multiply(weights[j]));
    }
    return sum;
  }
}
