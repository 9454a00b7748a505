package io.lagrid.codes.approximate;

import io.lagrid.algebra.linear.Chebyshev;
import io.lagrid.algebra.matrix.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The error of an estimate, by leaving answers out: with e(n) the root mean square error from n
 * answers, the estimates from each half of them (every other one in order of position) differ from
 * the whole one by about e(n/2) − e(n), or by just e(n) where the error is independent noise. The
 * larger of these differences is taken as the error, which it exceeds the more, the faster the
 * estimates converge.
 *
 * <p>Halves see no further than the whole. So the same differences are taken of the Chebyshev
 * polynomials T_1, …, T_d, d = 2(K + T), of which the error is known, and the error is multiplied
 * by the largest factor by which they fall short of it for any of them, if that is above 1.
 *
 * <p>What a curve does where no answer is, no difference shows. So there is no estimate ({@link
 * #tells} is false) while a data point α_k lies beyond the outermost answers, or between two that
 * are further apart, as angles arccos β, than {@value #WIDEST} times π/(K + T), the distance of
 * data points.
 *
 * <p>It is made of a few scalars per answer. Confined to one thread.
 */
final class ErrorEstimate {

  /** An error is estimated from so many times the quorum on. */
  static final int QUORUMS = 4;

  private static final double WIDEST = 2;
  private static final double ROUNDING = 0x1p-40;

  private final CurveCode code;
  private final List<Integer> responders;
  private final List<double[]> vectors;
  private final double[] points;
  private final double[] targets;

  /**
   * An estimate of errors over fixed answers.
   *
   * @param responders the workers that answered
   * @param vectors per trial one scalar per responder; retained
   */
  ErrorEstimate(CurveCode code, List<Integer> responders, List<double[]> vectors) {
    this.code = code;
    this.responders = responders;
    this.vectors = vectors;
    this.points = code.pointsOf(responders);
    this.targets = Arrays.copyOf(code.dataPoints(), code.parameters().dataPoints());
  }

  /** Whether the answers are enough, and near enough to every α_k, to tell the error. */
  boolean tells() {
    int quorum = code.parameters().recoveryThreshold();
    double widest = WIDEST * (1 + ROUNDING) * Math.PI / code.dataPoints().length;
    return !vectors.isEmpty()
        && points.length >= QUORUMS * quorum
        && Arrays.stream(targets).allMatch(target -> gap(target) <= widest);
  }

  /** The angle between the nearest answers on both sides; infinite if there are none on one. */
  private double gap(double target) {
    double above = Double.NaN;
    double below = Double.NaN;
    for (double point : points) {
      above = point >= target && !(point >= above) ? point : above;
      below = point <= target && !(point <= below) ? point : below;
    }
    double gap = Math.acos(below) - Math.acos(above);
    return Double.isNaN(gap) ? Double.POSITIVE_INFINITY : gap;
  }

  /** The error of the estimate by this matrix, of that smoothing. */
  Estimate of(Matrix estimator, double smoothing) {
    double error = Double.POSITIVE_INFINITY;
    if (tells()) {
      List<Matrix> changes = changes(estimator, smoothing);
      double largest =
          changes.stream()
              .mapToDouble(change -> size(List.of(change), vectors))
              .max()
              .orElseThrow();
      error = largest * Math.max(1, shortfall(estimator, changes));
    }
    return new Estimate(points.length, smoothing, error, size(List.of(estimator), vectors));
  }

  /** The most by which these changes understate the error for a Chebyshev polynomial. */
  private double shortfall(Matrix estimator, List<Matrix> changes) {
    int degree = 2 * code.dataPoints().length;
    Matrix here = Chebyshev.values(points, degree + 1);
    Matrix there = Chebyshev.values(targets, degree + 1);
    double most = 0;
    for (int j = 1; j <= degree; j++) {
      double[] values = here.block(0, j, points.length, 1).toArray();
      double squares = 0;
      for (int k = 0; k < targets.length; k++) {
        squares += Math.pow(dot(estimator, k, values) - there.get(k, j), 2);
      }
      double miss = Math.sqrt(squares / targets.length);
      if (miss > ROUNDING) { // splines miss no line
        most = Math.max(most, miss / size(changes, List.of(values)));
      }
    }
    return most;
  }

  /** By how much the estimates from each half of the answers differ, as maps of all of them. */
  private List<Matrix> changes(Matrix estimator, double smoothing) {
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < points.length; i++) {
      positions.add(i);
    }
    positions.sort(Comparator.comparingDouble(i -> points[i]));
    List<Matrix> changes = new ArrayList<>();
    for (int first = 0; first < 2; first++) {
      List<Integer> half = new ArrayList<>();
      for (int i = first; i < positions.size(); i += 2) {
        half.add(positions.get(i));
      }
      changes.add(change(estimator, half, smoothing));
    }
    return changes;
  }

  private Matrix change(Matrix estimator, List<Integer> half, double smoothing) {
    Matrix other = code.estimator(half.stream().map(responders::get).toList(), smoothing);
    Matrix change = estimator.copy();
    for (int k = 0; k < change.rows(); k++) {
      for (int i = 0; i < half.size(); i++) {
        int column = half.get(i);
        change.set(k, column, change.get(k, column) - other.get(k, i));
      }
    }
    return change;
  }

  /** The root mean square of what some maps make of some vectors. */
  private static double size(List<Matrix> maps, List<double[]> vectors) {
    double squares = 0;
    int count = 0;
    for (Matrix map : maps) {
      for (double[] vector : vectors) {
        for (int k = 0; k < map.rows(); k++) {
          squares += Math.pow(dot(map, k, vector), 2);
          count++;
        }
      }
    }
    return Math.sqrt(squares / Math.max(1, count));
  }

  private static double dot(Matrix matrix, int row, double[] vector) {
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      sum += matrix.get(row, i) * vector[i];
    }
    return sum;
  }
}
