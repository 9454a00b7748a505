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
 * <p>Samples are shifted by the first one before they are squared, because Σx²/n − mean² would lose
 * the variance of features that are large beside it.
 *
 * @param mean one row, per feature
 * @param variance one row, per feature; of the batch itself (divided by n)
 * @param report the story of the run
 */
public record BatchMoments(Matrix mean, Matrix variance, RunReport report) {

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
    Matrix terms = Matrix.zeros(batch.rows(), 2 * features);
    for (int i = 0; i < batch.rows(); i++) {
      for (int j = 0; j < features; j++) {
        double shifted = batch.get(i, j) - batch.get(0, j);
        terms.set(i, j, shifted);
        terms.set(i, features + j, shifted * shifted);
      }
    }
    double[] ones = new double[batch.rows()];
    Arrays.fill(ones, 1);
    Result<Matrix> sums = lagrid.multiply(Matrix.of(1, ones.length, ones), terms);
    double[] mean = new double[features];
    double[] variance = new double[features];
    for (int j = 0; j < features; j++) {
      double shift = sums.value().get(0, j) / batch.rows();
      mean[j] = batch.get(0, j) + shift;
      variance[j] = Math.max(0, sums.value().get(0, features + j) / batch.rows() - shift * shift);
    }
    return new BatchMoments(
        Matrix.of(1, features, mean), Matrix.of(1, features, variance), sums.report());
  }
}
