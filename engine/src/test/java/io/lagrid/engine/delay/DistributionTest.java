package io.lagrid.engine.delay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.engine.delay.Distribution.Bimodal;
import io.lagrid.engine.delay.Distribution.Constant;
import io.lagrid.engine.delay.Distribution.Pareto;
import io.lagrid.engine.delay.Distribution.ShiftedExponential;
import io.lagrid.engine.delay.Distribution.Weibull;
import io.lagrid.engine.statistics.LatencySummary;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Draws against the tails that define them. */
class DistributionTest {

  private static final int DRAWS = 40_000;
  private static final long SEED = 17;

  /**
   * The largest distance of empirical and true tail, exceeded with probability 2·exp(−2nε²) = 10^-6
   * at most (Dvoretzky, Kiefer and Wolfowitz 1956, Massart 1990).
   */
  private static final double DISTANCE = Math.sqrt(Math.log(2e6) / (2 * DRAWS));

  @Test
  void constantsAreConstant() {
    assertThat(draws(new Constant(2.5))).containsOnly(2.5);
  }

  @Test
  void shiftedExponentialsHaveTheirTailAndMean() {
    Distribution distribution = new ShiftedExponential(0.5, 4);
    assertTail(distribution, t -> t < 0.5 ? 1 : Math.exp(-4 * (t - 0.5)));
    assertMean(distribution, 0.75);
  }

  @Test
  void weibullsHaveTheirTailAndMean() {
    Distribution distribution = new Weibull(0.5, 3);
    assertTail(distribution, t -> Math.exp(-Math.sqrt(t / 3)));
    assertMean(distribution, 6); // Γ(3) = 2
    assertMean(new Weibull(1, 3), 3);
  }

  @Test
  void paretosHaveTheirTailAndMean() {
    Distribution distribution = new Pareto(3, 2);
    assertTail(distribution, t -> t < 2 ? 1 : Math.pow(2 / t, 3));
    assertMean(distribution, 3);
  }

  @Test
  void bimodalsAreSlowWithTheirProbability() {
    double[] draws = draws(new Bimodal(0.2, 1, 10));
    assertThat(Arrays.stream(draws).distinct().sorted()).containsExactly(1.0, 10.0);
    assertMean(new Bimodal(0.2, 1, 10), 2.8);
    assertThat(draws(new Bimodal(0, 1, 10))).containsOnly(1);
    assertThat(draws(new Bimodal(1, 1, 10))).containsOnly(10);
  }

  @Test
  void theInverseTailIsTheInverseOfTheTail() {
    for (int i = 1; i <= 100; i++) {
      double v = i / 100.0;
      assertThat(Math.exp(-4 * (new ShiftedExponential(0.5, 4).exceededWith(v) - 0.5)))
          .isCloseTo(v, within(1e-12));
      assertThat(Math.pow(2 / new Pareto(3, 2).exceededWith(v), 3)).isCloseTo(v, within(1e-12));
      assertThat(Math.exp(-Math.sqrt(new Weibull(0.5, 3).exceededWith(v) / 3)))
          .isCloseTo(v, within(1e-12));
    }
  }

  @Test
  void illegalParametersAreRefusedWithTheirValue() {
    assertRefused(() -> new Constant(-1), "seconds is -1.0");
    assertRefused(() -> new ShiftedExponential(-0.5, 1), "the shift is -0.5");
    assertRefused(() -> new ShiftedExponential(0, 0), "the rate is 0.0");
    assertRefused(() -> new Weibull(0, 1), "the shape is 0.0");
    assertRefused(() -> new Weibull(1, Double.NaN), "the scale is NaN");
    assertRefused(() -> new Pareto(1, Double.POSITIVE_INFINITY), "the scale is Infinity");
    assertRefused(() -> new Bimodal(1.5, 1, 2), "the probability is 1.5");
    assertRefused(() -> new Bimodal(0.5, 2, 1), "slow is 1.0, fast is 2.0");
  }

  @Test
  void delaysDoNotDependOnTheOrderOfAsking() {
    Distribution distribution = new ShiftedExponential(1, 1);
    RoundDelays forwards = distribution.start(5, Randomness.insecure(SEED)).next();
    RoundDelays backwards = distribution.start(5, Randomness.insecure(SEED)).next();
    double[] first =
        IntStream.range(0, 15).mapToDouble(i -> forwards.seconds(i % 5, i / 5)).toArray();
    double[] second = new double[15];
    for (int i = 14; i >= 0; i--) {
      second[i] = backwards.seconds(i % 5, i / 5);
    }
    assertThat(second).isEqualTo(first);
    assertThat(Arrays.stream(first).distinct().count()).as("all independent").isEqualTo(15);
  }

  @Test
  void furtherAttemptsLeaveLaterRoundsAlone() {
    Distribution distribution = new ShiftedExponential(1, 1);
    DelayProcess asked = distribution.start(3, Randomness.insecure(SEED));
    DelayProcess unasked = distribution.start(3, Randomness.insecure(SEED));
    asked.next().seconds(2, 7);
    unasked.next();
    assertThat(asked.next().seconds(1, 0)).isEqualTo(unasked.next().seconds(1, 0));
  }

  private static void assertRefused(Runnable made, String message) {
    assertThatThrownBy(made::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private static double[] draws(Distribution distribution) {
    Randomness randomness = Randomness.insecure(SEED);
    return IntStream.range(0, DRAWS).mapToDouble(i -> distribution.draw(randomness)).toArray();
  }

  private static void assertTail(Distribution distribution, DoubleUnaryOperator tail) {
    double[] sorted = draws(distribution);
    Arrays.sort(sorted);
    double distance = 0;
    for (int i = 0; i < DRAWS; i++) {
      double below = 1 - tail.applyAsDouble(sorted[i]);
      distance = Math.max(distance, Math.abs(below - (double) i / DRAWS));
      distance = Math.max(distance, Math.abs(below - (i + 1.0) / DRAWS));
    }
    assertThat(distance).as("seed %d", SEED).isLessThan(DISTANCE);
  }

  /** Within five standard errors: a true mean is missed with probability below 10^-6. */
  private static void assertMean(Distribution distribution, double mean) {
    LatencySummary summary = LatencySummary.of(draws(distribution));
    assertThat(summary.mean())
        .as("seed %d", SEED)
        .isCloseTo(mean, within(5 * summary.standardError()));
  }
}
