package io.lagrid.codes.approximate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.codes.Decoding;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Liars among 60 answers about six numbers: found, or harmless, or the decoder says so. */
final class LiarSearchTest {

  private static final long SEED = 20_261_102;
  private static final int WORKERS = 60;
  private static final int ROUNDS = 6;

  private final Randomness random = Randomness.insecure(SEED);
  private int found;
  private int accusedHonest;
  private int unclear;
  private double worst;

  private static double function(double x) {
    return x * Math.sin(x);
  }

  /** Ways to lie, all by the same rule for all liars of a round: they act together. */
  private DoubleUnaryOperator lie(String way) {
    double constant = 4 * random.nextDouble() - 2;
    return switch (way) {
      case "random" -> answer -> 4 * random.nextDouble() - 2;
      case "constant" -> answer -> constant;
      case "flip" -> answer -> -answer;
      case "bias" -> answer -> answer + 0.1;
      case "tiny" -> answer -> answer + 0.003;
      case "curve" -> answer -> Math.cos(2 * answer) + 0.5;
      case "huge" -> answer -> 1e200;
      case "largest" -> answer -> Math.copySign(Double.MAX_VALUE, answer);
      case "infinite" -> answer -> Double.NEGATIVE_INFINITY;
      case "no number" -> answer -> Double.NaN;
      default -> answer -> answer;
    };
  }

  private void run(CurveScheme scheme, String way, int liars, EstimateWanted wanted) {
    CurveCode code = new CurveCode(new CurveParameters(scheme, WORKERS, 6, 0));
    for (int round = 0; round < ROUNDS; round++) {
      double[] data = new double[6];
      Arrays.setAll(data, k -> -2 + 4 * random.nextDouble());
      Arrays.sort(data);
      Set<Integer> lying = new TreeSet<>();
      while (lying.size() < liars) {
        lying.add(random.nextInt(WORKERS));
      }
      CurveRound truth =
          new CurveRound(code, LiarSearchTest::function, data)
              .noisy(wanted.noise(), random)
              .lying(lying, lie(way));
      ApproximateDecoder decoder =
          truth.heard(IntStream.range(0, WORKERS).boxed().toList(), wanted);
      if (decoder.outcome() instanceof Decoding.Decodable decoding) {
        found += decoding.rejected().equals(lying) ? 1 : 0;
        accusedHonest += lying.containsAll(decoding.rejected()) ? 0 : 1;
        worst = Math.max(worst, Math.sqrt(truth.squaredError(decoder)));
      } else {
        unclear++;
      }
    }
  }

  private static EstimateWanted adversaries(int count) {
    return EstimateWanted.from(WORKERS).adversaries(count);
  }

  @ParameterizedTest
  @EnumSource(CurveScheme.class)
  void honestAnswersAreNotAccused(CurveScheme scheme) {
    run(scheme, "truth", 0, adversaries(3));
    assertThat(found).as("seed %d", SEED).isEqualTo(ROUNDS);
  }

  @ParameterizedTest
  @CsvSource({
    "random, BERRUT", "constant, BERRUT", "flip, BERRUT", "curve, BERRUT", "bias, BERRUT",
    "random, SPLINE", "constant, SPLINE", "flip, SPLINE", "curve, SPLINE", "bias, SPLINE"
  })
  void liesAreFoundOrDoLittle(String way, CurveScheme scheme) {
    run(scheme, way, 3, adversaries(3));
    assertThat(accusedHonest).as("seed %d", SEED).isZero();
    assertThat(worst).as("seed %d", SEED).isLessThan(0.15);
    assertThat(found).as("seed %d", SEED).isGreaterThanOrEqualTo(ROUNDS / 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"huge", "largest", "infinite", "no number"})
  void liesWhoseSquaresOverflowAreFound(String way) {
    for (int liars = 1; liars <= 2; liars++) { // all sets of one are tried, those of two searched
      run(CurveScheme.SPLINE, way, liars, adversaries(liars));
      run(CurveScheme.SPLINE, way, liars, adversaries(liars).noise(0.01));
    }
    run(CurveScheme.BERRUT, way, 2, adversaries(2));
    assertThat(found).as("seed %d", SEED).isEqualTo(5 * ROUNDS);
  }

  @ParameterizedTest
  @EnumSource(CurveScheme.class)
  void liesBelowThePredictionErrorAreNotFoundAndDoNotMatter(CurveScheme scheme) {
    run(scheme, "tiny", 3, adversaries(3));
    assertThat(worst).as("seed %d", SEED).isLessThan(0.05);
    assertThat(accusedHonest).as("seed %d", SEED).isZero();
  }

  /** One liar at every place, with lies of 1/4, 1/16, …: how large those are that pass. */
  @ParameterizedTest
  @CsvSource({"BERRUT, 0.01, 1", "SPLINE, 0.0025, 4"})
  void liesThatPassAreSmallAndTheErrorEstimateCoversTheirHarm(
      CurveScheme scheme, double mostError, double mostTimes) {
    CurveCode code = new CurveCode(new CurveParameters(scheme, 30, 4, 0));
    List<Integer> all = IntStream.range(0, 30).boxed().toList();
    int tried = 0;
    int passed = 0;
    for (int liar = 0; liar < 30; liar++) {
      for (double size = 0x1p-2; size >= 0x1p-16; size /= 4) {
        double bias = size;
        CurveRound truth =
            new CurveRound(code, LiarSearchTest::function, CurveRound.spaced(4))
                .lying(List.of(liar), answer -> answer + bias);
        ApproximateDecoder decoder = truth.heard(all, EstimateWanted.from(30).adversaries(1));
        tried++;
        if (decoder.outcome() instanceof Decoding.Decodable decoding) {
          assertThat(decoding.rejected()).isSubsetOf(liar);
          double error = Math.sqrt(truth.squaredError(decoder));
          assertThat(error).as("%s by worker %d", size, liar).isLessThan(mostError);
          if (decoding.used().contains(liar)) {
            passed++;
            assertThat(size).as("worker %d", liar).isLessThanOrEqualTo(0x1p-8);
            assertThat(error).isLessThan(mostTimes * decoder.estimate().error());
          }
        }
      }
    }
    assertThat(tried).isEqualTo(30 * 8);
    assertThat(passed).isBetween(115, 130);
  }

  @ParameterizedTest
  @CsvSource({"random", "constant", "flip", "curve"})
  void liarsAreToldFromNoise(String way) {
    run(CurveScheme.SPLINE, way, 3, adversaries(3).noise(0.01));
    assertThat(accusedHonest).as("seed %d", SEED).isLessThanOrEqualTo(1);
    assertThat(found + unclear).as("seed %d", SEED).isGreaterThanOrEqualTo(ROUNDS / 2);
    assertThat(found).as("seed %d", SEED).isPositive(); // and a quarter of such rounds is unclear
    assertThat(worst).as("seed %d", SEED).isLessThan(0.3);
  }

  @Test
  void neighboursThatLieTogetherAreFound() {
    CurveCode code = new CurveCode(new CurveParameters(CurveScheme.SPLINE, WORKERS, 6, 0));
    int tried = 0;
    for (int first = 0; first <= WORKERS - 3; first += 3) {
      Set<Integer> lying = new TreeSet<>(CurveRound.along(code).subList(first, first + 3));
      CurveRound truth =
          new CurveRound(code, LiarSearchTest::function, -2, -1.2, -0.5, 0.4, 1.1, 2)
              .lying(lying, answer -> answer + 1);
      ApproximateDecoder decoder =
          truth.heard(IntStream.range(0, WORKERS).boxed().toList(), adversaries(3));
      Decoding.Decodable decoding = (Decoding.Decodable) decoder.outcome();
      assertThat(decoding.rejected()).as("liars from %d", first).isEqualTo(lying);
      tried++;
    }
    assertThat(tried).isEqualTo(20);
  }

  /**
   * One of two neighbours that lie alike is not given away by leaving it out, and all sets of three
   * are too many.
   */
  @ParameterizedTest
  @ValueSource(strings = {"random", "constant"})
  void twoNeighboursAndAThirdAreFoundOrDoLittle(String way) {
    CurveCode code = new CurveCode(new CurveParameters(CurveScheme.SPLINE, WORKERS, 6, 0));
    List<Integer> along = CurveRound.along(code);
    for (int first = 0; first < WORKERS - 1; first += 2) {
      double[] data = new double[6];
      Arrays.setAll(data, k -> -2 + 4 * random.nextDouble());
      Arrays.sort(data);
      Set<Integer> lying = new TreeSet<>(along.subList(first, first + 2));
      while (lying.size() < 3) {
        lying.add(random.nextInt(WORKERS));
      }
      CurveRound truth =
          new CurveRound(code, LiarSearchTest::function, data).lying(lying, lie(way));
      ApproximateDecoder decoder = truth.heard(along, adversaries(3));
      if (decoder.outcome() instanceof Decoding.Decodable decoding) {
        found += decoding.rejected().equals(lying) ? 1 : 0;
        double error = Math.sqrt(truth.squaredError(decoder));
        assertThat(error)
            .as("first %d of %s, seed %d", first, lying, SEED)
            .isLessThan(2 * decoder.estimate().error())
            .isLessThan(0.05);
      }
    }
    assertThat(found).as("seed %d", SEED).isGreaterThan(WORKERS / 2 * 9 / 10);
  }

  @Test
  void moreLiarsThanToleratedShowInTheOutcomeOrInTheErrorEstimate() {
    CurveCode code = new CurveCode(new CurveParameters(CurveScheme.SPLINE, WORKERS, 6, 0));
    int rounds = 3 * ROUNDS;
    int shownByTheEstimate = 0;
    for (int round = 0; round < rounds; round++) {
      List<Integer> lying = CurveRound.without(WORKERS - 8, WORKERS, random);
      CurveRound truth =
          new CurveRound(code, LiarSearchTest::function, -2, -1.2, -0.5, 0.4, 1.1, 2)
              .lying(lying, answer -> 6 * random.nextDouble() - 3);
      ApproximateDecoder decoder =
          truth.heard(IntStream.range(0, WORKERS).boxed().toList(), adversaries(1));
      if (decoder.outcome() instanceof Decoding.Decodable) {
        double error = Math.sqrt(truth.squaredError(decoder));
        assertThat(decoder.estimate().error())
            .as("round %d, seed %d", round, SEED)
            .isGreaterThan(error / 8);
        shownByTheEstimate++;
      } else {
        assertThat(decoder.outcome()).isInstanceOf(Decoding.Inconsistent.class);
        unclear++;
      }
    }
    assertThat(unclear).as("seed %d", SEED).isBetween(1, rounds - 1);
    assertThat(unclear + shownByTheEstimate).as("seed %d", SEED).isEqualTo(rounds);
  }

  @Test
  void theFewestWorkersThatAreNotRefusedSuffice() {
    int codes = 0;
    for (CurveScheme scheme : CurveScheme.values()) {
      for (int blocks = 2; blocks <= 6; blocks++) {
        int least = scheme == CurveScheme.SPLINE ? Math.max(blocks + 4, 9) : blocks + 4;
        CurveCode few = new CurveCode(new CurveParameters(scheme, least - 1, blocks, 0));
        assertThatIllegalArgumentException()
            .isThrownBy(() -> few.newDecoder(EstimateWanted.from(least).adversaries(1)))
            .withMessageContaining("needs N ≥ %d workers".formatted(least));
        CurveCode code = new CurveCode(new CurveParameters(scheme, least, blocks, 0));
        CurveRound truth = new CurveRound(code, x -> x, CurveRound.spaced(blocks));
        List<Integer> all = IntStream.range(0, least).boxed().toList();
        Decoding outcome = truth.heard(all, EstimateWanted.from(least).adversaries(1)).outcome();
        assertThat(outcome).as("%s", code.parameters()).isInstanceOf(Decoding.Decodable.class);
        codes++;
      }
    }
    assertThat(codes).isEqualTo(10);
  }

  @Test
  void tooFewWorkersToTellAreRefused() {
    CurveCode code = new CurveCode(new CurveParameters(CurveScheme.SPLINE, 10, 6, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> code.newDecoder(EstimateWanted.from(10).adversaries(2)))
        .withMessageContaining("needs N ≥ 12 workers; there are 10");
    assertThat(EstimateWanted.from(10).adversaries(2).objection(6, 2).orElseThrow())
        .contains("needs 12 answers; 10 are waited for");
    assertThat(EstimateWanted.from(12).adversaries(2).objection(6, 2)).isEmpty();
  }
}
