package io.lagrid.codes.approximate;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.ambient.Randomness;
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
  void berrutFallsLikeACubeWhileTheCurveIsBarelyResolvedAndLikeASquareAfterwards() {
    assertThat(order(CurveScheme.BERRUT, 40, 1, 5)).as("seed %d", SEED).isBetween(2.2, 3.8);
    assertThat(order(CurveScheme.BERRUT, 160, 2, 5)).as("seed %d", SEED).isBetween(1.7, 2.5);
  }

  @Test
  void theSplineFallsFaster() {
    assertThat(order(CurveScheme.SPLINE, 40, 3, 5)).as("seed %d", SEED).isGreaterThan(5);
    assertThat(error(CurveScheme.SPLINE, 640, 5, 0)).isLessThan(1e-11);
    assertThat(error(CurveScheme.BERRUT, 640, 5, 0)).isBetween(1e-8, 1.6e-6);
  }

  @Test
  void noiseFloorsBerrutAndNotTheSpline() {
    double noise = 0.1;
    double berrut = error(CurveScheme.BERRUT, 640, 5, noise);
    assertThat(berrut).as("seed %d", SEED).isBetween(0.3 * noise * noise, 2 * noise * noise);
    double few = error(CurveScheme.SPLINE, 80, 5, noise);
    double many = error(CurveScheme.SPLINE, 1280, 5, noise);
    assertThat(many).as("seed %d", SEED).isLessThan(few / 4).isLessThan(berrut / 20);
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
