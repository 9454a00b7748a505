package io.lagrid.engine.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lagrid.algebra.ambient.Randomness;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The best amount of redundancy, against search and against rounds that were drawn. */
class RedundancyTest {

  @Test
  void theBestThresholdApproachesTheRateByLambertW() {
    for (double shift : new double[] {0.1, 0.5, 1, 3, 10}) {
      for (double rate : new double[] {0.5, 1, 4}) {
        int n = 5000;
        double best = (double) OptimalRate.bestThreshold(n, shift, rate) / n;
        assertThat(best)
            .as("a = %s, mu = %s", shift, rate)
            .isCloseTo(OptimalRate.asymptotic(shift, rate), within(2e-3));
      }
    }
    assertThat(OptimalRate.asymptotic(0, 1)).isZero();
    assertThatThrownBy(() -> OptimalRate.asymptotic(1, 0)).hasMessageContaining("mu = 0.0");
  }

  @Test
  void theBestThresholdIsBestInDrawnRoundsToo() {
    int n = 40;
    double shift = 1;
    double rate = 1;
    int best = OptimalRate.bestThreshold(n, shift, rate);
    LatencySummary atBest = drawn(best, n, shift, rate);
    assertThat(atBest.mean())
        .isCloseTo(
            OptimalRate.expectedSeconds(best, n, shift, rate), within(5 * atBest.standardError()));
    for (int k : new int[] {best - 8, best + 6, n}) {
      LatencySummary other = drawn(k, n, shift, rate);
      double noise = Math.hypot(atBest.standardError(), other.standardError());
      assertThat(other.mean())
          .as("k = %d against %d", k, best)
          .isGreaterThan(atBest.mean() + 5 * noise);
    }
  }

  private static LatencySummary drawn(int k, int n, double shift, double rate) {
    Randomness randomness = Randomness.insecure(3);
    double[] seconds = new double[20_000];
    for (int round = 0; round < seconds.length; round++) {
      double[] times =
          IntStream.range(0, n)
              .mapToDouble(i -> (shift - Math.log(1 - randomness.nextDouble()) / rate) / k)
              .sorted()
              .toArray();
      seconds[round] = times[k - 1];
    }
    return LatencySummary.of(seconds);
  }

  private static final double[] SHIFTS = {0.02, 0.02, 0.1, 0.1, 0.05};
  private static final double[] RATES = {50, 50, 10, 10, 4};
  private static final double PIECES = 1000;

  @Test
  void theLoadsSolveTheirEquations() {
    HeterogeneousLoads best = HeterogeneousLoads.of(PIECES, SHIFTS, RATES);
    for (int i = 0; i < SHIFTS.length; i++) {
      double lambda = best.seconds() / best.loads()[i];
      assertThat(Math.exp(RATES[i] * lambda))
          .isCloseTo(
              Math.exp(SHIFTS[i] * RATES[i]) * (RATES[i] * lambda + 1),
              within(1e-9 * Math.exp(RATES[i] * lambda)));
    }
    assertThat(arrived(best.loads(), best.seconds())).isCloseTo(PIECES, within(1e-6));
    assertThat(Arrays.stream(best.wholeLoads()).sum())
        .isEqualTo((int) Math.ceil(Arrays.stream(best.loads()).sum()));
  }

  /** The expected number of pieces that have arrived. */
  private static double arrived(double[] loads, double seconds) {
    double sum = 0;
    for (int i = 0; i < loads.length; i++) {
      double late = seconds / loads[i] - SHIFTS[i];
      sum += late > 0 ? loads[i] * -Math.expm1(-RATES[i] * late) : 0;
    }
    return sum;
  }

  @Test
  void noOtherLoadsBringTheirPiecesSooner() {
    HeterogeneousLoads best = HeterogeneousLoads.of(PIECES, SHIFTS, RATES);
    Randomness randomness = Randomness.insecure(8);
    for (int i = 0; i < 2000; i++) {
      double[] loads = best.loads();
      for (int w = 0; w < loads.length; w++) {
        loads[w] *= Math.exp(randomness.nextDouble() - 0.5);
      }
      assertThat(arrived(loads, best.seconds())).isLessThanOrEqualTo(PIECES + 1e-9);
    }
  }

  @Test
  void theLoadsBeatEqualLoadsInDrawnRounds() {
    HeterogeneousLoads best = HeterogeneousLoads.of(PIECES, SHIFTS, RATES);
    double[] equal = new double[SHIFTS.length];
    Arrays.fill(equal, Arrays.stream(best.loads()).sum() / equal.length);
    LatencySummary unequal = drawn(best.loads());
    LatencySummary same = drawn(equal);
    double noise = Math.hypot(unequal.standardError(), same.standardError());
    assertThat(unequal.mean()).isLessThan(same.mean() - 5 * noise);
  }

  /** Rounds that end when 1000 pieces have arrived, each worker's at once. */
  private static LatencySummary drawn(double[] loads) {
    Randomness randomness = Randomness.insecure(4);
    double[] seconds = new double[5000];
    for (int round = 0; round < seconds.length; round++) {
      double[] times = new double[loads.length];
      for (int i = 0; i < loads.length; i++) {
        times[i] = loads[i] * (SHIFTS[i] - Math.log(1 - randomness.nextDouble()) / RATES[i]);
      }
      Integer[] order = IntStream.range(0, loads.length).boxed().toArray(Integer[]::new);
      Arrays.sort(order, (x, y) -> Double.compare(times[x], times[y]));
      double pieces = 0;
      for (int i = 0; i < order.length && pieces < PIECES; i++) {
        pieces += loads[order[i]];
        seconds[round] = times[order[i]];
      }
      assertThat(pieces).isGreaterThanOrEqualTo(PIECES);
    }
    return LatencySummary.of(seconds);
  }

  @Test
  void loadsRefuseWhatTheyCannotShare() {
    assertThatThrownBy(() -> HeterogeneousLoads.of(1, new double[] {1}, new double[] {1, 2}))
        .hasMessageContaining("1 shifts, 2 rates");
    assertThatThrownBy(() -> HeterogeneousLoads.of(1, new double[] {0}, new double[] {1}))
        .hasMessageContaining("worker 0 has a = 0.0");
  }

  @Test
  void theBoundIsAllWorkByAllSpeed() {
    assertThat(WorkConservingBound.seconds(3, new double[] {1, 2, 4})).isEqualTo(3 / 1.75);
    assertThat(WorkConservingBound.seconds(1, new double[] {2, Double.POSITIVE_INFINITY}))
        .isEqualTo(2);
  }

  @Test
  void summariesInterpolate() {
    LatencySummary summary = LatencySummary.of(new double[] {4, 1, 3, 2});
    assertThat(summary.mean()).isEqualTo(2.5);
    assertThat(summary.p50()).isEqualTo(2.5);
    assertThat(summary.p95()).isCloseTo(3.85, within(1e-12));
    assertThat(summary.max()).isEqualTo(4);
    assertThat(summary.standardError()).isCloseTo(Math.sqrt(5.0 / 3 / 4), within(1e-12));
    LatencySummary endless = LatencySummary.of(new double[] {1, Double.POSITIVE_INFINITY});
    assertThat(endless.mean()).isInfinite();
    assertThat(LatencySummary.of(new double[] {7}).standardError()).isZero();
    assertThatThrownBy(() -> LatencySummary.of(new double[0])).hasMessageContaining("no rounds");
  }
}
