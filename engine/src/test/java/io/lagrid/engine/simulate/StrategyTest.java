package io.lagrid.engine.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductGrid;
import io.lagrid.codes.product.EntangledCode;
import io.lagrid.codes.product.EntangledParameters;
import io.lagrid.codes.product.RepetitionCode;
import io.lagrid.codes.product.RepetitionParameters;
import io.lagrid.engine.delay.DelayModel;
import io.lagrid.engine.delay.Distribution;
import io.lagrid.engine.delay.Distribution.Constant;
import io.lagrid.engine.delay.Distribution.ShiftedExponential;
import io.lagrid.engine.simulate.Comparison.Track;
import io.lagrid.engine.statistics.CompletionLaw;
import io.lagrid.engine.statistics.LatencySummary;
import io.lagrid.engine.statistics.OptimalRate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Strategies against closed forms and against each other, on the same draws. */
class StrategyTest {

  private static final Distribution DELAYS = new ShiftedExponential(1, 2);
  private static final long SEED = 31;

  @Test
  void timedRoundsHaveTheMeansAndQuantilesOfTheirLaws() {
    TaskLoad half = TaskLoad.of(0.5);
    List<Strategy> strategies =
        List.of(
            new FirstAnswers("uncoded", 12, 12, TaskLoad.REFERENCE),
            new FirstAnswers("coded", 12, 9, TaskLoad.REFERENCE),
            new Replicated("replicated", 12, 6, half),
            new Replicated("uneven", 11, 4, half));
    List<CompletionLaw> laws =
        List.of(
            CompletionLaw.anyOf(12, 12),
            CompletionLaw.anyOf(9, 12),
            CompletionLaw.anyOfEach(6, 12),
            CompletionLaw.anyOfEach(4, 11));
    double[] scales = {1, 1, 0.5, 0.5};
    Comparison comparison = Comparison.play(strategies, DELAYS, 20_000, SEED);
    for (int i = 0; i < laws.size(); i++) {
      LatencySummary summary = comparison.tracks().get(i).summary();
      double mean = scales[i] * laws.get(i).expected(DELAYS);
      assertThat(summary.mean())
          .as("%s, seed %d", strategies.get(i).name(), SEED)
          .isCloseTo(mean, within(5 * summary.standardError()));
      double[] seconds = comparison.tracks().get(i).seconds();
      for (double p : new double[] {0.5, 0.95, 0.99}) {
        double exact = scales[i] * laws.get(i).quantile(DELAYS, p);
        double below = Arrays.stream(seconds).filter(x -> x <= exact).count();
        assertThat(below / seconds.length)
            .isCloseTo(p, within(5 * Math.sqrt(p * (1 - p) / seconds.length)));
      }
    }
  }

  @Test
  void leesRateIsTheBestOfAllThresholdsOnDrawnRounds() {
    int n = 24;
    List<FirstAnswers> strategies =
        IntStream.rangeClosed(1, n)
            .mapToObj(k -> new FirstAnswers("" + k, n, k, TaskLoad.of(1.0 / k)))
            .toList();
    Comparison comparison = Comparison.play(strategies, DELAYS, 20_000, SEED);
    double best = Double.POSITIVE_INFINITY;
    int argument = 0;
    for (int k = 1; k <= n; k++) {
      LatencySummary summary = comparison.tracks().get(k - 1).summary();
      assertThat(summary.mean())
          .isCloseTo(OptimalRate.expectedSeconds(k, n, 1, 2), within(5 * summary.standardError()));
      if (summary.mean() < best) {
        best = summary.mean();
        argument = k;
      }
    }
    assertThat(argument).isCloseTo(OptimalRate.bestThreshold(n, 1, 2), within(1));
  }

  @Test
  void theDecodersOwnVerdictIsTheThreshold() {
    EntangledCode entangled =
        new EntangledCode(EntangledParameters.entangled(14, new Partition(2, 2, 2), 0));
    RepetitionCode repetition =
        new RepetitionCode(
            new RepetitionParameters(14, new ProductGrid(1, new Partition(1, 2, 2))));
    List<Strategy> strategies =
        List.of(
            new Coded("entangled", entangled, TaskLoad.REFERENCE),
            new FirstAnswers("any 9 of 14", 14, 9, TaskLoad.REFERENCE),
            new Coded("repetition", repetition, TaskLoad.REFERENCE),
            new Replicated("4 tasks", 14, 4, TaskLoad.REFERENCE));
    List<Track> tracks = Comparison.play(strategies, DELAYS, 500, SEED).tracks();
    assertThat(tracks.get(0).timings()).isEqualTo(tracks.get(1).timings());
    assertThat(tracks.get(2).seconds()).isEqualTo(tracks.get(3).seconds());
  }

  @Test
  void nothingBeatsTheWorkConservingBound() {
    int n = 10;
    List<Strategy> strategies =
        List.of(
            new WorkConserving("bound", n, 1),
            new FirstAnswers("uncoded", n, n, TaskLoad.of(1.0 / n)),
            new FirstAnswers("coded", n, 7, TaskLoad.of(1.0 / 7)),
            new Replicated("replicated", n, 5, TaskLoad.of(1.0 / 5)));
    List<Track> tracks = Comparison.play(strategies, DELAYS, 1000, SEED).tracks();
    for (Track track : tracks) {
      for (int round = 0; round < 1000; round++) {
        assertThat(track.timings().get(round).seconds())
            .isGreaterThanOrEqualTo(tracks.get(0).timings().get(round).seconds());
      }
    }
    assertThat(Draws.play(strategies.get(0), new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1}))
        .isCloseTo(0.1, within(1e-15));
  }

  @Test
  void stoppedWorkersAreNotBusyAnyMore() {
    double[] row = {1, 2, 3, 10};
    RoundTiming timing =
        new FirstAnswers("coded", 4, 3, new TaskLoad(1, 2)).play(Draws.of(row), null);
    assertThat(timing).isEqualTo(new RoundTiming(7, 3 + 5 + 7 + 7, 4));
    RoundTiming pairs = new Replicated("pairs", 4, 2, TaskLoad.REFERENCE).play(Draws.of(row), null);
    assertThat(pairs).isEqualTo(new RoundTiming(2, 1 + 2 + 1 + 2, 4));
  }

  @Test
  void whoeverWaitsForAWorkerThatNeverAnswersWaitsForEver() {
    double[] row = {1, 2, Double.POSITIVE_INFINITY};
    assertThat(Draws.play(new FirstAnswers("all", 3, 3, TaskLoad.REFERENCE), row)).isInfinite();
    assertThat(Draws.play(new FirstAnswers("two", 3, 2, TaskLoad.REFERENCE), row)).isEqualTo(2);
    EntangledCode code = new EntangledCode(EntangledParameters.polynomial(3, 3, 1));
    assertThat(Draws.play(new Coded("all", code, TaskLoad.REFERENCE), row)).isInfinite();
    assertThat(Draws.play(new WorkConserving("bound", 3, 3), row)).isEqualTo(2);
  }

  @Test
  void theSameSeedGivesTheSameRoundsWhoeverElsePlays() {
    Strategy coded = new FirstAnswers("coded", 6, 4, TaskLoad.REFERENCE);
    Strategy copies = new Speculative("copies", 6, 6, Speculation.SPARK_3, TaskLoad.REFERENCE);
    DelayModel delays = new Distribution.Pareto(1.2, 1);
    List<Track> together = Comparison.play(List.of(copies, coded), delays, 200, 5).tracks();
    List<Track> alone = Comparison.play(List.of(coded), delays, 200, 5).tracks();
    assertThat(together.get(1).timings()).isEqualTo(alone.get(0).timings());
    assertThat(Comparison.play(List.of(copies, coded), delays, 200, 5).tracks())
        .isEqualTo(together);
    assertThat(Comparison.play(List.of(coded), delays, 200, 6).tracks()).isNotEqualTo(alone);
  }

  @Test
  void tracksAddUp() {
    Comparison comparison =
        Comparison.play(
            List.of(new FirstAnswers("all", 3, 3, TaskLoad.REFERENCE)), new Constant(2), 5, 1);
    Track track = comparison.tracks().get(0);
    assertThat(track.meanBusySeconds()).isEqualTo(6);
    assertThat(track.meanLaunched()).isEqualTo(3);
    assertThat(track.sortedSeconds()).containsExactly(2, 2, 2, 2, 2);
  }

  @Test
  void impossibleStrategiesAreRefused() {
    assertThatThrownBy(() -> new FirstAnswers("x", 3, 4, TaskLoad.REFERENCE))
        .hasMessageContaining("4 answers needed of 3");
    assertThatThrownBy(() -> new Replicated("x", 3, 4, TaskLoad.REFERENCE))
        .hasMessageContaining("4 tasks for 3");
    assertThatThrownBy(() -> TaskLoad.of(-1)).hasMessageContaining("-1.0 times");
    assertThatThrownBy(() -> Comparison.play(List.of(), DELAYS, 1, 1))
        .hasMessageContaining("0 strategies");
  }
}
