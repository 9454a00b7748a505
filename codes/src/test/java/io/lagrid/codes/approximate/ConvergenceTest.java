package io.lagrid.codes.approximate;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.interpolation.BerrutCurve;
import io.lagrid.algebra.matrix.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How fast estimates get better with more workers, with and without noise in their answers. */
final class ConvergenceTest {

  private static final long SEED = 20_261_101;
  private static final int BLOCKS = 8;
  private static final int ROUNDS = 6;

  private final Randomness random = Randomness.insecure(SEED);

  private static double smooth(double x) {
    return x * Math.sin(x);
  }

  private static CurveCode code(CurveScheme scheme, int workers) {
    return new CurveCode(new CurveParameters(scheme, workers, BLOCKS, 0));
  }

  /** The mean squared error over some random sets of stragglers. */
  private double error(CurveScheme scheme, int workers, int stragglers, double noise) {
    CurveCode code = code(scheme, workers);
    double sum = 0;
    for (int round = 0; round < ROUNDS; round++) {
      CurveRound truth =
          new CurveRound(code, ConvergenceTest::smooth, CurveRound.spaced(BLOCKS))
              .noisy(noise, random);
      EstimateWanted wanted = EstimateWanted.from(workers);
      wanted = noise == 0 ? wanted.smoothing(0) : wanted;
      sum +=
          truth.squaredError(truth.heard(CurveRound.without(stragglers, workers, random), wanted));
    }
    return sum / ROUNDS;
  }

  /** −log2 of how much smaller the error is with twice the workers, over some doublings. */
  private double order(CurveScheme scheme, int workers, int doublings, int stragglers) {
    double few = error(scheme, workers, stragglers, 0);
    double many = error(scheme, workers << doublings, stragglers, 0);
    return Math.log(few / many) / Math.log(2) / doublings;
  }

  @Test
  void berrutFallsLikeAFourthPower() {
    assertThat(order(CurveScheme.BERRUT, 40, 1, 5)).as("seed %d", SEED).isGreaterThan(3);
    assertThat(order(CurveScheme.BERRUT, 80, 4, 5)).as("seed %d", SEED).isBetween(3.5, 4.8);
    assertThat(error(CurveScheme.BERRUT, 40, 0, 0)).as("nobody missing").isLessThan(1e-11);
    assertThat(error(CurveScheme.BERRUT, 80, 0, 0)).as("nobody missing").isLessThan(1e-21);
  }

  /** The same answers decoded by the formula as published, whose outermost ones weigh as much. */
  @Test
  void withFullWeightsAtTheEndsBerrutFallsLikeASquare() {
    double[] full = new double[3];
    double[] halved = new double[3];
    for (int i = 0; i < full.length; i++) {
      int workers = 80 << (2 * i);
      CurveCode code = code(CurveScheme.BERRUT, workers);
      CurveRound truth = new CurveRound(code, ConvergenceTest::smooth, CurveRound.spaced(BLOCKS));
      for (int round = 0; round < ROUNDS; round++) {
        List<Integer> heard = CurveRound.without(5, workers, random);
        List<Integer> used = CurveRound.along(code).stream().filter(heard::contains).toList();
        full[i] += truth.squaredError(used, literally(code, used));
        halved[i] += truth.squaredError(used, code.estimator(used, 0));
      }
      assertThat(full[i]).as("N = %d, seed %d", workers, SEED).isGreaterThan(50 * halved[i]);
    }
    double order = Math.log(full[0] / full[2]) / Math.log(2) / 4;
    assertThat(order).as("seed %d", SEED).isBetween(1.7, 2.6);
  }

  /**
   * Σ (−1)^i/(α_k − x_i)·y_i / Σ (−1)^i/(α_k − x_i), no α_k meeting a point.
   *
   * @param used in order of position
   */
  private static Matrix literally(CurveCode code, List<Integer> used) {
    double[] points = code.pointsOf(used);
    Matrix estimator = Matrix.zeros(BLOCKS, used.size());
    for (int k = 0; k < BLOCKS; k++) {
      double[] terms = new double[used.size()];
      for (int i = 0; i < terms.length; i++) {
        double distance = code.dataPoints()[k] - points[i];
        terms[i] = (i % 2 == 0 ? 1 : -1) / distance;
      }
      double sum = Arrays.stream(terms).sum();
      for (int i = 0; i < terms.length; i++) {
        estimator.set(k, i, terms[i] / sum);
      }
    }
    return estimator;
  }

  /**
   * Berrut's second interpolant misses a function g by at most h·max(2, 1 + β)·(b − a)·‖g''‖/4
   * ({@link BerrutCurve}), whoever is missing: an order of 1, and of 2 for its square.
   */
  @Test
  void berrutKeepsItsBound() {
    int estimates = 0;
    for (int workers : new int[] {9, 20, 41, 80, 160, 321}) {
      for (int stragglers = 0; stragglers <= 6; stragglers++) {
        CurveCode code = code(CurveScheme.BERRUT, workers);
        List<Integer> along = CurveRound.along(code);
        List<Integer> used = new ArrayList<>(List.of(along.get(0), along.get(workers - 1)));
        CurveRound.without(stragglers, workers - 2, random)
            .forEach(i -> used.add(along.get(i + 1))); // without an end it extrapolates
        double bound = bound(code.pointsOf(used));
        Matrix estimator = code.estimator(used, 0);
        for (int k = 0; k < BLOCKS; k++) {
          double miss = -Math.sin(3 * code.dataPoints()[k]);
          for (int i = 0; i < used.size(); i++) {
            miss += estimator.get(k, i) * Math.sin(3 * code.workerPoints()[used.get(i)]);
          }
          assertThat(Math.abs(miss)).as("N = %d, seed %d", workers, SEED).isLessThan(bound);
          estimates++;
        }
      }
    }
    assertThat(estimates).isEqualTo(6 * 7 * BLOCKS);
  }

  /** The bound for sin 3x. */
  private static double bound(double[] unordered) {
    double[] x = unordered.clone();
    Arrays.sort(x);
    int last = x.length - 1;
    double largest = 0;
    double ratio = 0;
    for (int i = 0; i < last; i++) {
      double gap = x[i + 1] - x[i];
      largest = Math.max(largest, gap);
      if (i >= 1 && i + 2 <= last) {
        ratio = Math.max(ratio, gap / Math.max(x[i] - x[i - 1], x[i + 2] - x[i + 1]));
      }
    }
    return largest * Math.max(2, 1 + ratio) * (x[last] - x[0]) * 9 / 4;
  }

  @Test
  void theSplineFallsFaster() {
    assertThat(order(CurveScheme.SPLINE, 40, 3, 5)).as("seed %d", SEED).isGreaterThan(5);
    assertThat(order(CurveScheme.SPLINE, 80, 3, 0)).as("nobody missing").isBetween(5.5, 6.5);
    for (int workers : new int[] {40, 160, 640}) {
      double spline = error(CurveScheme.SPLINE, workers, 5, 0);
      assertThat(error(CurveScheme.BERRUT, workers, 5, 0)).isGreaterThan(20 * spline);
    }
    assertThat(error(CurveScheme.SPLINE, 640, 5, 0)).isLessThan(1e-11);
    assertThat(error(CurveScheme.BERRUT, 640, 5, 0)).isBetween(1e-11, 1e-9);
  }

  @Test
  void noiseFloorsBerrutAndNotTheSpline() {
    double noise = 0.1;
    for (int workers : new int[] {80, 320, 1280}) {
      assertThat(error(CurveScheme.BERRUT, workers, 5, noise))
          .as("N = %d, seed %d", workers, SEED)
          .isBetween(0.3 * noise * noise, 2 * noise * noise);
    }
    double few = error(CurveScheme.SPLINE, 80, 5, noise);
    double many = error(CurveScheme.SPLINE, 1280, 5, noise);
    double order = Math.log(few / many) / Math.log(2) / 4;
    assertThat(order).as("seed %d; the theorem's is 0.6", SEED).isGreaterThan(0.6);
    assertThat(many).isLessThan(noise * noise / 20);
  }

  @ParameterizedTest
  @EnumSource(CurveScheme.class)
  void moreStragglersCostAccuracy(CurveScheme scheme) {
    double few = error(scheme, 60, 2, 0);
    double many = error(scheme, 60, 30, 0);
    assertThat(many).as("seed %d", SEED).isGreaterThan(few);
  }

  @ParameterizedTest
  @EnumSource(CurveScheme.class)
  void anyNumberOfAnswersGivesAnEstimate(CurveScheme scheme) {
    CurveCode code = code(scheme, 50);
    CurveRound truth = new CurveRound(code, ConvergenceTest::smooth, CurveRound.spaced(BLOCKS));
    double best = Double.POSITIVE_INFINITY;
    for (int answers = scheme.quorum(); answers <= 50; answers++) {
      var decoder =
          truth.heard(
              CurveRound.without(50 - answers, 50, random), EstimateWanted.from(50).smoothing(0));
      double error = truth.squaredError(decoder);
      assertThat(error).as("%d answers, seed %d", answers, SEED).isFinite();
      best = Math.min(best, error);
    }
    assertThat(best).isLessThan(1e-3);
  }
}
