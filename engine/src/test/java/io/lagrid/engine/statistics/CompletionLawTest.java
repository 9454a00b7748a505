package io.lagrid.engine.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.engine.delay.DelayProcess;
import io.lagrid.engine.delay.Distribution;
import io.lagrid.engine.delay.RoundDelays;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rounds in closed form, against sums, and against rounds that were drawn. */
class CompletionLawTest {

  private static final Distribution EXPONENTIAL = new Distribution.ShiftedExponential(0.5, 2);

  @Test
  void theExpectedOrderStatisticOfExponentialsIsADifferenceOfHarmonicNumbers() {
    int cases = 0;
    for (int n = 1; n <= 40; n++) {
      for (int k = 1; k <= n; k++) {
        double exact = OrderStatistics.shiftedExponential(k, n, 0.5, 2);
        assertThat(CompletionLaw.anyOf(k, n).expected(EXPONENTIAL))
            .as("%d of %d", k, n)
            .isCloseTo(exact, within(2e-6 * exact));
        cases++;
      }
    }
    assertThat(cases).isEqualTo(40 * 41 / 2);
    double exact = OrderStatistics.shiftedExponential(900, 1000, 0.5, 2);
    assertThat(CompletionLaw.anyOf(900, 1000).expected(EXPONENTIAL))
        .isCloseTo(exact, within(2e-6 * exact));
  }

  @Test
  void theOrderStatisticsOfParetosAreGammaQuotients() {
    Distribution pareto = new Distribution.Pareto(2, 3);
    // E T_(k) = scale·Π_{i=n−k+1}^{n} i/(i − 1/shape)
    for (int n = 1; n <= 20; n++) {
      double exact = 3;
      for (int k = 1; k <= n; k++) {
        int i = n - k + 1;
        exact *= i / (i - 0.5);
      }
      assertThat(CompletionLaw.anyOf(n, n).expected(pareto)).isCloseTo(exact, within(1e-5 * exact));
    }
    assertThat(CompletionLaw.anyOf(3, 3).expected(new Distribution.Pareto(1, 3))).isInfinite();
    assertThat(CompletionLaw.anyOf(2, 3).expected(new Distribution.Pareto(1, 3)))
        .as("with one answer to spare the mean exists")
        .isCloseTo(3 * 3.0 / 2 * 2 / 1, within(1e-4));
  }

  @Test
  void jumpsOfTheDistributionDoNoHarm() {
    Distribution bimodal = new Distribution.Bimodal(0.1, 1, 10);
    for (int n = 1; n <= 30; n++) {
      double allFast = Math.pow(0.9, n);
      assertThat(CompletionLaw.anyOf(n, n).expected(bimodal))
          .isCloseTo(10 - 9 * allFast, within(1e-5));
      assertThat(CompletionLaw.anyOf(n, n).quantile(bimodal, 0.5))
          .isEqualTo(allFast >= 0.5 ? 1 : 10);
    }
    assertThat(CompletionLaw.anyOf(3, 5).expected(new Distribution.Constant(2)))
        .isCloseTo(2, within(1e-9));
  }

  @Test
  void quantilesOfTheSlowestAndTheFastestAreKnown() {
    for (double p : new double[] {0.01, 0.5, 0.9, 0.99, 0.999999}) {
      double slowest = 0.5 - Math.log(-Math.expm1(Math.log(p) / 7)) / 2;
      assertThat(CompletionLaw.anyOf(7, 7).quantile(EXPONENTIAL, p))
          .isCloseTo(slowest, within(1e-8));
      double fastest = 0.5 - Math.log(1 - p) / 2 / 7;
      assertThat(CompletionLaw.anyOf(1, 7).quantile(EXPONENTIAL, p))
          .isCloseTo(fastest, within(1e-8));
    }
  }

  @Test
  void replicationWaitsForTheFastestOfEachGroup() {
    // One task: the fastest of n; n tasks: the slowest of n.
    for (int n = 1; n <= 10; n++) {
      assertThat(CompletionLaw.anyOfEach(1, n).expected(EXPONENTIAL))
          .isCloseTo(0.5 + 0.5 / n, within(1e-6));
      assertThat(CompletionLaw.anyOfEach(n, n).expected(EXPONENTIAL))
          .isCloseTo(0.5 + OrderStatistics.harmonic(n) / 2, within(1e-5));
    }
    // Equal groups of c: the slowest of K exponentials of rate cμ.
    assertThat(CompletionLaw.anyOfEach(4, 12).expected(EXPONENTIAL))
        .isCloseTo(0.5 + OrderStatistics.harmonic(4) / 6, within(1e-5));
  }

  @Test
  void drawnRoundsAgreeWithTheLaw() {
    int rounds = 20_000;
    int n = 11;
    int tasks = 4;
    DelayProcess process = EXPONENTIAL.start(n, Randomness.insecure(5));
    double[] seventh = new double[rounds];
    double[] groups = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      RoundDelays delays = process.next();
      double[] sorted = IntStream.range(0, n).mapToDouble(w -> delays.seconds(w, 0)).toArray();
      double[] fastest = new double[tasks];
      Arrays.fill(fastest, Double.POSITIVE_INFINITY);
      for (int w = 0; w < n; w++) {
        fastest[w % tasks] = Math.min(fastest[w % tasks], sorted[w]);
      }
      groups[round] = Arrays.stream(fastest).max().orElseThrow();
      Arrays.sort(sorted);
      seventh[round] = sorted[6];
    }
    assertAgrees(seventh, CompletionLaw.anyOf(7, n));
    assertAgrees(groups, CompletionLaw.anyOfEach(tasks, n));
  }

  /** The mean within five standard errors; quantiles within five deviations of their ranks. */
  private static void assertAgrees(double[] seconds, CompletionLaw law) {
    LatencySummary summary = LatencySummary.of(seconds);
    assertThat(summary.mean())
        .isCloseTo(law.expected(EXPONENTIAL), within(5 * summary.standardError()));
    for (double p : new double[] {0.1, 0.5, 0.95, 0.99}) {
      double slack = 5 * Math.sqrt(p * (1 - p) / seconds.length);
      double exact = law.quantile(EXPONENTIAL, p);
      double below = Arrays.stream(seconds).filter(x -> x <= exact).count();
      assertThat(below / seconds.length).isCloseTo(p, within(slack));
    }
  }

  @Test
  void ranksAndProbabilitiesAreChecked() {
    assertThatThrownBy(() -> CompletionLaw.anyOf(0, 3)).hasMessageContaining("the 0-th of 3");
    assertThatThrownBy(() -> CompletionLaw.anyOf(4, 3)).hasMessageContaining("the 4-th of 3");
    assertThatThrownBy(() -> CompletionLaw.anyOf(1, 3).quantile(EXPONENTIAL, 1))
        .hasMessageContaining("the quantile at 1.0");
  }

  @Test
  void harmonicNumbersAreSums() {
    double sum = 0;
    for (int n = 1; n <= 2000; n++) {
      sum += 1.0 / n;
      assertThat(OrderStatistics.harmonic(n)).isCloseTo(sum, within(1e-12));
    }
    assertThat(OrderStatistics.harmonic(0)).isZero();
    assertThatThrownBy(() -> OrderStatistics.harmonic(-1)).hasMessageContaining("H_-1");
  }
}
