package io.lagrid.spark.speed;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** A·v as Spark's users write it: blocks of rows in a cached data set, v broadcast. */
final class PlainProduct {

  private final JavaSparkContext context;
  private final JavaRDD<double[]> blocks;
  private final int columns;

  /** Caches the blocks, one per executor. */
  PlainProduct(JavaSparkContext context, Matrix a, int slices) {
    this.context = context;
    this.columns = a.columns();
    List<double[]> cut = new ArrayList<>();
    for (int i = 0; i < slices; i++) {
      int from = i * a.rows() / slices;
      int to = (i + 1) * a.rows() / slices;
      cut.add(a.block(from, 0, to - from, columns).toArray());
    }
    Pace together = new Pace(0.5, 0.5, java.util.Set.of());
    blocks = context.parallelize(cut, slices).map(block -> paced(block, together)).cache();
    long unused = blocks.count();
  }

  /** The product, block by block, at a pace. */
  List<double[]> multiply(double[] v, Pace pace) {
    Broadcast<double[]> shared = context.broadcast(v);
    int width = columns;
    List<double[]> result =
        blocks.map(block -> paced(times(block, width, shared.value()), pace)).collect();
    shared.destroy();
    return result;
  }

  private static double[] paced(double[] result, Pace pace) {
    TaskContext task = TaskContext.get();
    Cancellation cancellation = task::isInterrupted;
    pace.keep(Clock.system().nanos(), cancellation);
    return result;
  }

  private static double[] times(double[] block, int columns, double[] v) {
    double[] result = new double[block.length / columns];
    for (int i = 0; i < result.length; i++) {
      double sum = 0;
      for (int j = 0; j < columns; j++) {
        sum += block[i * columns + j] * v[j];
      }
      result[i] = sum;
    }
    return result;
  }
}
