package io.lagrid.codes.approximate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.Projection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CurveDecoderTest {

  private static final long SEED = 11;

  private final Randomness random = Randomness.insecure(SEED);

  private static CurveCode code(CurveScheme scheme, int workers, int blocks) {
    return new CurveCode(new CurveParameters(scheme, workers, blocks, 0));
  }

  private static List<Integer> everybody(int workers) {
    return IntStream.range(0, workers).boxed().toList();
  }

  @ParameterizedTest
  @EnumSource(CurveScheme.class)
  void theErrorEstimateIsOfTheSizeOfTheError(CurveScheme scheme) {
    int close = 0;
    int rounds = 60;
    for (int round = 0; round < rounds; round++) {
      double noise = round % 2 * 0.05;
      double[] data = {-2 + random.nextDouble(), -0.5, random.nextDouble(), 1.5, 2};
      CurveRound truth =
          new CurveRound(code(scheme, 50, 5), x -> x * Math.sin(x), data).noisy(noise, random);
      ApproximateDecoder decoder =
          truth.heard(CurveRound.without(8, 50, random), EstimateWanted.from(50));
      double error = Math.sqrt(truth.squaredError(decoder));
      double estimate = decoder.estimate().error();
      assertThat(estimate).as("round %d, seed %d", round, SEED).isGreaterThan(error / 5);
      close += estimate > error / 2 && estimate < 40 * error ? 1 : 0;
    }
    assertThat(close).as("seed %d", SEED).isGreaterThan(rounds * 8 / 10);
  }

  @Test
  void theChosenSmoothingIsAboutAsGoodAsTheBest() {
    for (double noise : new double[] {0, 0.02, 0.2}) {
      double chosen = 0;
      double best = 0;
      for (int round = 0; round < 10; round++) {
        CurveRound truth =
            new CurveRound(code(CurveScheme.SPLINE, 80, 5), Math::sin, -2, -1, 0.3, 1, 2)
                .noisy(noise, random);
        List<Integer> workers = CurveRound.without(5, 80, random);
        chosen += truth.squaredError(truth.heard(workers, EstimateWanted.from(80)));
        double least = Double.POSITIVE_INFINITY;
        for (double smoothing = 1e-14; smoothing < 1; smoothing *= 10) {
          EstimateWanted given = EstimateWanted.from(80).smoothing(smoothing);
          least = Math.min(least, truth.squaredError(truth.heard(workers, given)));
        }
        best += least;
      }
      assertThat(chosen).as("noise %s, seed %d", noise, SEED).isLessThan(6 * best + 1e-12);
    }
  }

  @Test
  void aGivenSmoothingIsUsed() {
    CurveRound truth = new CurveRound(code(CurveScheme.SPLINE, 20, 3), Math::cos, -1, 0, 1);
    ApproximateDecoder decoder =
        truth.heard(everybody(20), EstimateWanted.from(20).smoothing(0.125));
    assertThat(decoder.estimate().smoothing()).isEqualTo(0.125);
  }

  @ParameterizedTest
  @EnumSource(CurveScheme.class)
  void estimatesSharpenAndTheDecoderStopsAtTheTarget(CurveScheme scheme) {
    CurveRound truth = new CurveRound(code(scheme, 200, 4), x -> x * Math.sin(x), -2, -1, 1, 2);
    EstimateWanted wanted = EstimateWanted.from(200).until(0.02);
    ApproximateDecoder decoder = code(scheme, 200, 4).newDecoder(wanted);
    int used = 0;
    for (int worker : CurveRound.without(0, 200, random)) {
      used++;
      if (decoder.offer(worker, truth.projection(worker))) {
        break;
      }
    }
    assertThat(used).as("seed %d", SEED).isBetween(8, 150);
    assertThat(decoder.estimate().answers()).isEqualTo(used);
    assertThat(decoder.estimate().relativeError()).isLessThanOrEqualTo(0.02);
    double relative = Math.sqrt(truth.squaredError(decoder)) / decoder.estimate().scale();
    assertThat(relative).as("seed %d", SEED).isLessThan(0.05);
  }

  @Test
  void itWaitsForAsManyAnswersAsWantedAndNoMore() {
    CurveRound truth = new CurveRound(code(CurveScheme.BERRUT, 9, 3), Math::sin, -1, 0, 1);
    ApproximateDecoder decoder = code(CurveScheme.BERRUT, 9, 3).newDecoder(EstimateWanted.from(6));
    assertThat(decoder.outcome()).isInstanceOf(Decoding.TooFew.class);
    assertThat(decoder.estimate()).isEqualTo(Estimate.NONE);
    assertThat(decoder.reachable(List.of())).isFalse();
    for (int worker = 0; worker < 6; worker++) {
      assertThat(decoder.offer(worker, truth.projection(worker))).isEqualTo(worker == 5);
      assertThat(decoder.outcome()).isInstanceOf(Decoding.Decodable.class);
      assertThat(decoder.reachable(List.of())).isTrue();
    }
    assertThatThrownBy(() -> decoder.offer(3, truth.projection(3)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("worker 3");
    assertThatThrownBy(() -> decoder.offer(9, truth.projection(3)))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void withoutProjectionsThereIsAnEstimateButNoErrorOfIt() {
    CurveCode code = code(CurveScheme.SPLINE, 12, 3);
    ApproximateDecoder decoder = code.newDecoder(Arithmetic.real(), 0);
    everybody(12).forEach(worker -> decoder.offer(worker, Projection.NONE));
    assertThat(decoder.outcome()).isInstanceOf(Decoding.Decodable.class);
    assertThat(decoder.estimate().error()).isInfinite();
    assertThatThrownBy(() -> code.newDecoder(Arithmetic.residues(List.of(101)), 0))
        .isInstanceOf(UnsupportedOperationException.class);
    ApproximateDecoder locating = code.newDecoder(EstimateWanted.from(12).adversaries(1));
    assertThatIllegalArgumentException().isThrownBy(() -> locating.offer(0, Projection.NONE));
  }
}
