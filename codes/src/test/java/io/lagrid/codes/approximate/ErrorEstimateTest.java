package io.lagrid.codes.approximate;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.ambient.Randomness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the estimated error compares with the true one, whoever answers. */
final class ErrorEstimateTest {

  private static final long SEED = 20_261_122;

  /** By how much an estimate may fall short of the error. */
  private static final double FACTOR = 2;

  private static final int ENTRIES = 8;

  private static final List<DoubleUnaryOperator> FUNCTIONS =
      List.of(
          x -> 1 / (1 + Math.exp(-x)),
          Math::tanh,
          x -> x * Math.sin(x),
          x -> x / 2 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x))));

  private final Randomness random = Randomness.insecure(SEED);
  private final List<Double> ratios = new ArrayList<>();
  private int untold;

  /** Which workers answer; positions count from one end of the curve. */
  private enum Responders {
    PREFIX,
    SUFFIX,
    WITHOUT_THE_MIDDLE,
    EVEN,
    SCATTERED
  }

  private List<Integer> responders(CurveCode code, Responders which, int count) {
    List<Integer> along = CurveRound.along(code);
    int last = along.size() - 1;
    return switch (which) {
      case PREFIX -> along.subList(0, count);
      case SUFFIX -> along.subList(along.size() - count, along.size());
      case WITHOUT_THE_MIDDLE ->
          IntStream.range(0, count)
              .mapToObj(i -> along.get(i < count / 2 ? i : last - (i - count / 2)))
              .toList();
      case EVEN ->
          IntStream.range(0, count).mapToObj(i -> along.get(i * last / (count - 1))).toList();
      case SCATTERED -> CurveRound.without(along.size() - count, along.size(), random);
    };
  }

  /** Every N, K, function and share of workers that answer. */
  private void round(CurveScheme scheme, Responders which, double noise) {
    for (int workers : new int[] {20, 60, 100}) {
      for (int blocks : new int[] {4, 8}) {
        CurveCode code = new CurveCode(new CurveParameters(scheme, workers, blocks, 0));
        for (DoubleUnaryOperator function : FUNCTIONS) {
          for (int tenths : new int[] {4, 6, 8, 9}) {
            CurveRound truth = new CurveRound(code, function, entries(blocks));
            compare(
                code, truth.noisy(noise, random), responders(code, which, workers * tenths / 10));
          }
        }
      }
    }
  }

  /** Of every block, numbers from −1 to 1 and up to three times as much, moved by up to 1. */
  private static double[][] entries(int blocks) {
    double[][] data = new double[ENTRIES][];
    for (int entry = 0; entry < ENTRIES; entry++) {
      double size = 0.5 + entry / (ENTRIES - 1.0);
      double moved = entry * 3 % ENTRIES * 2.0 / ENTRIES - 1;
      data[entry] =
          Arrays.stream(CurveRound.spaced(blocks)).map(x -> 2 * size * x + moved).toArray();
    }
    return data;
  }

  private void compare(CurveCode code, CurveRound truth, List<Integer> workers) {
    ApproximateDecoder decoder =
        truth.heard(workers, EstimateWanted.from(code.parameters().workers()));
    double estimate = decoder.estimate().error();
    double error = Math.sqrt(truth.squaredError(decoder));
    if (Double.isInfinite(estimate)) {
      untold++;
    } else {
      ratios.add(estimate / error);
      assertThat(estimate)
          .as("%s, %s answer, seed %d", code.parameters(), workers, SEED)
          .isGreaterThan(error / FACTOR);
    }
  }

  /** All rounds, counted. */
  private void roundsOf(CurveScheme scheme, Responders which, double noise) {
    ratios.clear();
    untold = 0;
    round(scheme, which, noise);
    Collections.sort(ratios);
    assertThat(untold + ratios.size()).isEqualTo(3 * 2 * 4 * 4);
  }

  private double ratio(double share) {
    return ratios.get((int) (share * (ratios.size() - 1)));
  }

  @ParameterizedTest
  @EnumSource(CurveScheme.class)
  void whileOneEndOfTheCurveIsMissingNothingIsTold(CurveScheme scheme) {
    for (Responders end : List.of(Responders.PREFIX, Responders.SUFFIX)) {
      roundsOf(scheme, end, 0);
      // only nine tenths of the workers reach beyond the last data point, and not that of K = 8
      assertThat(untold).isEqualTo(84);
    }
  }

  @ParameterizedTest
  @EnumSource(CurveScheme.class)
  void whileTheMiddleIsMissingNothingIsToldOrTheErrorIsCovered(CurveScheme scheme) {
    roundsOf(scheme, Responders.WITHOUT_THE_MIDDLE, 0);
    assertThat(untold).isEqualTo(40);
  }

  @ParameterizedTest
  @EnumSource(CurveScheme.class)
  void evenlySpreadAnswersTellAndCoverTheError(CurveScheme scheme) {
    roundsOf(scheme, Responders.EVEN, 0);
    assertThat(untold).isZero();
    assertThat(ratio(0.5)).isLessThan(scheme == CurveScheme.BERRUT ? 5 : 20);
  }

  @ParameterizedTest
  @EnumSource(CurveScheme.class)
  void scatteredAnswersMostlyTellTheErrorAndCoverIt(CurveScheme scheme) {
    roundsOf(scheme, Responders.SCATTERED, 0);
    assertThat(untold).as("seed %d", SEED).isLessThan(20);
    assertThat(ratio(0.5)).as("seed %d", SEED).isLessThan(scheme == CurveScheme.BERRUT ? 5 : 20);
  }

  @ParameterizedTest
  @EnumSource(CurveScheme.class)
  void noiseInAnswersIsCoveredToo(CurveScheme scheme) {
    for (double noise : new double[] {0.01, 0.1}) {
      for (Responders which : Responders.values()) {
        roundsOf(scheme, which, noise);
        boolean berrut = scheme == CurveScheme.BERRUT;
        assertThat(ratio(0.5)).as("%s, seed %d", which, SEED).isLessThan(berrut ? 5 : 25);
      }
    }
  }

  /** The first workers of 60 by position, sigmoid at 8 points from −4 to 4, as they come. */
  @Test
  void aTargetIsNotReachedOnOneEndOfTheCurve() {
    CurveCode code = new CurveCode(new CurveParameters(CurveScheme.SPLINE, 60, 8, 0));
    double[] data = CurveRound.spaced(8);
    CurveRound truth = new CurveRound(code, x -> 1 / (1 + Math.exp(-2 * x)), data);
    ApproximateDecoder decoder = code.newDecoder(EstimateWanted.from(60).until(0.01));
    for (int worker : responders(code, Responders.PREFIX, 60)) {
      if (decoder.offer(worker, truth.projection(worker))) {
        break;
      }
    }
    assertThat(decoder.estimate().answers()).isBetween(57, 60); // α_8 lies at place 55.3
    double error = Math.sqrt(truth.squaredError(decoder));
    assertThat(error / decoder.estimate().scale()).isLessThan(0.01);
  }
}
