package io.lagrid.codes.approximate;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.Projection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * One round on blocks of few entries, straight from the definition: shares, answers, estimates. The
 * projections of an answer are its entries.
 */
final class CurveRound {

  private final CurveCode code;
  private final double[][] data;
  private final DoubleUnaryOperator function;
  private final double[][] answers;

  /** What workers honestly answer, without noise, for single numbers. */
  CurveRound(CurveCode code, DoubleUnaryOperator function, double... data) {
    this(code, function, new double[][] {data.clone()});
  }

  /**
   * What workers honestly answer, without noise, for blocks of several entries.
   *
   * @param data entry by entry one number per block
   */
  CurveRound(CurveCode code, DoubleUnaryOperator function, double[][] data) {
    this.code = code;
    this.data = data;
    this.function = function;
    Matrix shares = code.encoding(0, RealField.instance()).coefficients();
    this.answers = new double[data.length][code.parameters().workers()];
    for (int entry = 0; entry < data.length; entry++) {
      for (int worker = 0; worker < answers[entry].length; worker++) {
        double share = 0;
        for (int k = 0; k < data[entry].length; k++) {
          share += shares.get(worker, k) * data[entry][k];
        }
        answers[entry][worker] = function.applyAsDouble(share);
      }
    }
  }

  /** Adds normally distributed errors to all answers. */
  CurveRound noisy(double deviation, Randomness random) {
    for (double[] values : answers) {
      Arrays.setAll(values, worker -> values[worker] + deviation * random.nextGaussian());
    }
    return this;
  }

  /** Replaces the answers of some workers. */
  CurveRound lying(Iterable<Integer> liars, DoubleUnaryOperator lie) {
    for (double[] values : answers) {
      liars.forEach(worker -> values[worker] = lie.applyAsDouble(values[worker]));
    }
    return this;
  }

  /** A decoder that has heard these workers. */
  ApproximateDecoder heard(List<Integer> workers, EstimateWanted wanted) {
    ApproximateDecoder decoder = code.newDecoder(wanted);
    for (int worker : workers) {
      decoder.offer(worker, projection(worker));
    }
    return decoder;
  }

  Projection projection(int worker) {
    return new Projection(List.of(Arrays.stream(answers).mapToDouble(v -> v[worker]).toArray()));
  }

  /** The mean squared error of what a decoder has decided; it must have. */
  double squaredError(ApproximateDecoder decoder) {
    Decoding.Decodable decoding = (Decoding.Decodable) decoder.outcome();
    return squaredError(decoding.used(), decoding.coefficients().get(0));
  }

  /** The mean squared error of the estimates by a matrix. */
  double squaredError(List<Integer> used, Matrix estimator) {
    double sum = 0;
    for (int entry = 0; entry < data.length; entry++) {
      for (int k = 0; k < data[entry].length; k++) {
        double error = -function.applyAsDouble(data[entry][k]);
        for (int i = 0; i < used.size(); i++) {
          error += estimator.get(k, i) * answers[entry][used.get(i)];
        }
        sum += error * error / data[entry].length / data.length;
      }
    }
    return sum;
  }

  /** Equally spaced numbers from −2 to 2. */
  static double[] spaced(int count) {
    double[] data = new double[count];
    Arrays.setAll(data, k -> count == 1 ? 0.5 : -2 + 4.0 * k / (count - 1));
    return data;
  }

  /** All workers in order of position. */
  static List<Integer> along(CurveCode code) {
    double[] points = code.workerPoints();
    return IntStream.range(0, points.length)
        .boxed()
        .sorted(Comparator.comparingDouble(worker -> points[worker]))
        .toList();
  }

  /** All workers but some random ones, in random order. */
  static List<Integer> without(int stragglers, int workers, Randomness random) {
    List<Integer> all = new ArrayList<>();
    for (int worker = 0; worker < workers; worker++) {
      all.add(worker);
    }
    for (int i = workers - 1; i > 0; i--) {
      Collections.swap(all, i, random.nextInt(i + 1));
    }
    return all.subList(0, workers - stragglers);
  }
}
