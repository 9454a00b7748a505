package io.lagrid.spark.data;

import io.lagrid.algebra.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.mllib.linalg.Matrices;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.linalg.distributed.BlockMatrix;
import org.apache.spark.mllib.linalg.distributed.IndexedRow;
import org.apache.spark.mllib.linalg.distributed.IndexedRowMatrix;
import scala.Tuple2;

/**
 * Between MLlib's distributed matrices and local ones. The only class that needs {@code
 * spark-mllib}.
 */
public final class DistributedMatrices {

  private DistributedMatrices() {}

  /**
   * A row matrix, here; rows that are not in it are zero. Runs two jobs: one measures, one fetches.
   *
   * @throws IllegalArgumentException if the matrix is beyond the limit
   */
  public static Matrix collect(IndexedRowMatrix rows, SizeLimit limit) {
    Matrix matrix = limit.zeros(rows.numRows(), rows.numCols());
    for (IndexedRow row : rows.rows().toJavaRDD().collect()) {
      int from = (int) row.index() * matrix.columns();
      System.arraycopy(row.vector().toArray(), 0, matrix.data(), from, matrix.columns());
    }
    return matrix;
  }

  /**
   * A block matrix, here; blocks that are not in it are zero. Runs one job, or two if the matrix
   * does not know its size.
   *
   * @throws IllegalArgumentException if the matrix is beyond the limit
   */
  public static Matrix collect(BlockMatrix blocks, SizeLimit limit) {
    Matrix matrix = limit.zeros(blocks.numRows(), blocks.numCols());
    for (var block : blocks.blocks().toJavaRDD().collect()) {
      int row = (Integer) block._1()._1() * blocks.rowsPerBlock();
      int column = (Integer) block._1()._2() * blocks.colsPerBlock();
      org.apache.spark.mllib.linalg.Matrix entries = block._2();
      Matrix target = matrix.block(row, column, entries.numRows(), entries.numCols());
      entries.foreachActive(
          (i, j, value) -> {
            target.set((Integer) i, (Integer) j, (Double) value);
            return scala.runtime.BoxedUnit.UNIT;
          });
    }
    return matrix;
  }

  /**
   * A matrix as a row matrix. Runs no job.
   *
   * @param matrix not modified
   * @param slices how many partitions
   */
  public static IndexedRowMatrix rows(JavaSparkContext context, Matrix matrix, int slices) {
    List<IndexedRow> rows = new ArrayList<>();
    for (int i = 0; i < matrix.rows(); i++) {
      double[] row = matrix.block(i, 0, 1, matrix.columns()).toArray();
      rows.add(new IndexedRow(i, Vectors.dense(row)));
    }
    return new IndexedRowMatrix(
        context.parallelize(rows, slices).rdd(), matrix.rows(), matrix.columns());
  }

  /**
   * A matrix as a block matrix. Runs no job.
   *
   * @param matrix not modified
   * @param side the rows and columns of a block; those at the border may have fewer
   */
  public static BlockMatrix blocks(JavaSparkContext context, Matrix matrix, int side) {
    if (side < 1) {
      throw new IllegalArgumentException("blocks of side " + side + "; at least 1");
    }
    List<Tuple2<Tuple2<Object, Object>, org.apache.spark.mllib.linalg.Matrix>> blocks =
        new ArrayList<>();
    for (int row = 0; row < matrix.rows(); row += side) {
      for (int column = 0; column < matrix.columns(); column += side) {
        int height = Math.min(side, matrix.rows() - row);
        int width = Math.min(side, matrix.columns() - column);
        double[] byColumn = matrix.block(row, column, height, width).transpose().toArray();
        blocks.add(
            new Tuple2<>(
                new Tuple2<>(row / side, column / side), Matrices.dense(height, width, byColumn)));
      }
    }
    return new BlockMatrix(
        context.parallelize(blocks).rdd(), side, side, matrix.rows(), matrix.columns());
  }
}
