package io.lagrid.codes.approximate;

import io.lagrid.algebra.matrix.Matrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The error of an estimate, by leaving answers out: with e(n) the root mean square error from n
 * answers, the estimates from each half of them (every other one in order of position) differ from
 * the whole one by about e(n/2) − e(n), or by just e(n) where the error is independent noise. So
 * the difference is taken as the error, divided by up to {@value #MOST} if the quarters show that
 * the error falls faster than in proportion to 1/n.
 *
 * <p>It is made of a few scalars per answer. Confined to one thread.
 */
final class ErrorEstimate {

  /** Into how many parts the answers are split at most, each of which gives an estimate. */
  static final int PARTS = 4;

  private static final double MOST = 2;

  private final ApproximateCode code;
  private final List<Integer> responders;
  private final List<double[]> vectors;

  /**
   * An estimate of errors over fixed answers.
   *
   * @param responders the workers that answered
   * @param vectors per trial one scalar per responder; retained
   */
  ErrorEstimate(ApproximateCode code, List<Integer> responders, List<double[]> vectors) {
    this.code = code;
    this.responders = responders;
    this.vectors = vectors;
  }

  /** The error of the estimate by this matrix, of that smoothing. */
  Estimate of(Matrix estimator, double smoothing) {
    int quorum = code.parameters().recoveryThreshold();
    if (vectors.isEmpty() || responders.size() < PARTS * quorum) {
      return new Estimate(responders.size(), smoothing, Double.POSITIVE_INFINITY, scale(estimator));
    }
    double half = difference(estimator, smoothing, 2);
    double quarter = difference(estimator, smoothing, PARTS);
    double growth = half == 0 ? 1 : quarter / half - 1;
    double error = half / Math.max(1, Math.min(MOST, growth));
    return new Estimate(responders.size(), smoothing, error, scale(estimator));
  }

  /** Root mean square difference to the estimates of every {@code step}-th answer. */
  private double difference(Matrix estimator, double smoothing, int step) {
    double[] points = code.workerPoints();
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < responders.size(); i++) {
      positions.add(i);
    }
    positions.sort(Comparator.comparingDouble(i -> points[responders.get(i)]));
    double squares = 0;
    for (int first = 0; first < step; first++) {
      List<Integer> part = new ArrayList<>();
      for (int i = first; i < positions.size(); i += step) {
        part.add(positions.get(i));
      }
      squares += squares(estimator, part, smoothing);
    }
    return Math.sqrt(squares / ((double) step * estimator.rows() * vectors.size()));
  }

  private double squares(Matrix estimator, List<Integer> part, double smoothing) {
    Matrix other = code.estimator(part.stream().map(responders::get).toList(), smoothing);
    double squares = 0;
    for (double[] vector : vectors) {
      for (int k = 0; k < estimator.rows(); k++) {
        double difference = dot(estimator, k, vector);
        for (int i = 0; i < part.size(); i++) {
          difference -= other.get(k, i) * vector[part.get(i)];
        }
        squares += difference * difference;
      }
    }
    return squares;
  }

  private double scale(Matrix estimator) {
    double squares = 0;
    for (double[] vector : vectors) {
      for (int k = 0; k < estimator.rows(); k++) {
        squares += Math.pow(dot(estimator, k, vector), 2);
      }
    }
    return Math.sqrt(squares / Math.max(1.0, (double) estimator.rows() * vectors.size()));
  }

  private static double dot(Matrix matrix, int row, double[] vector) {
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      sum += matrix.get(row, i) * vector[i];
    }
    return sum;
  }
}
