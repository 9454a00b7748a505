package io.lagrid.engine.linear;

import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.report.Result;
import io.lagrid.engine.report.RunReport;
import java.util.Arrays;

/**
 * The statistics of batch normalisation: the mean and the variance of every feature over a batch,
 * from Σx and Σx². Both sums are 1ᵀ·[X | X∘X], one product of a row of ones, so that every code for
 * products computes them, private ones included.
 *
 * <p>Every feature is shifted by the median of a few samples before it is squared, because Σx²/n −
 * mean² would lose the variance of features that are large beside it, and scaled by a power of two
 * into [−1, 1], because the error of a product is relative to its largest entries: a feature would
 * lose the digits that its neighbours' sizes take. So the report's error bound holds per feature,
 * in units of n·m for the mean and n·m² for the variance, with m the feature's largest distance
 * from that median.
 *
 * @param mean one row, per feature
 * @param variance one row, per feature; of the batch itself (divided by n)
 * @param report the story of the run
 */
public record BatchMoments(Matrix mean, Matrix variance, RunReport report) {

  private static final int SAMPLES = 9;
  private static final int SMALLEST = 1000;

  /**
   * The moments of a batch.
   *
   * @param lagrid where and how to compute
   * @param batch one sample per row, one feature per column; not modified
   * @throws IllegalArgumentException if an entry is not finite or no code tolerates what is to be
   *     tolerated
   * @throws io.lagrid.engine.report.ComputationFailedException if the answers cannot give the sums
   */
  public static BatchMoments of(Lagrid lagrid, Matrix batch) {
    int features = batch.columns();
    double[] shift = new double[features];
    double[] scale = new double[features];
    Matrix terms = Matrix.zeros(batch.rows(), 2 * features);
    for (int j = 0; j < features; j++) {
      shift[j] = typical(batch, j);
      scale[j] = scale(batch, j, shift[j]);
      for (int i = 0; i < batch.rows(); i++) {
        double term = (batch.get(i, j) - shift[j]) * scale[j];
        terms.set(i, j, term);
        terms.set(i, features + j, term * term);
      }
    }
    double[] ones = new double[batch.rows()];
    Arrays.fill(ones, 1);
    Result<Matrix> sums = lagrid.multiply(Matrix.of(1, ones.length, ones), terms);
    double[] mean = new double[features];
    double[] variance = new double[features];
    for (int j = 0; j < features; j++) {
      double beyond = sums.value().get(0, j) / batch.rows();
      double squares = sums.value().get(0, features + j) / batch.rows();
      mean[j] = shift[j] + beyond / scale[j];
      variance[j] = Math.max(0, squares - beyond * beyond) / scale[j] / scale[j];
    }
    return new BatchMoments(
        Matrix.of(1, features, mean), Matrix.of(1, features, variance), sums.report());
  }

  /** The median of some samples, so that one that lies far off does not count. */
  private static double typical(Matrix batch, int feature) {
    int samples = Math.min(SAMPLES, batch.rows());
    double[] some = new double[samples];
    for (int i = 0; i < samples; i++) {
      some[i] = batch.get((int) ((long) i * batch.rows() / samples), feature);
    }
    Arrays.sort(some);
    return some[samples / 2];
  }

  /** A power of two that brings all distances from {@code shift} into [−1, 1]. */
  private static double scale(Matrix batch, int feature, double shift) {
    double largest = 0;
    for (int i = 0; i < batch.rows(); i++) {
      largest = Math.max(largest, Math.abs(batch.get(i, feature) - shift));
    }
    int exponent = largest > 0 ? Math.getExponent(largest) + 1 : -SMALLEST; // 0 stays 0, and errors
    return Math.scalb(1.0, Math.min(SMALLEST, -exponent));
  }
}
