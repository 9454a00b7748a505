package io.lagrid.engine.simulate.piece;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.engine.delay.Bursts;
import io.lagrid.engine.delay.DelayModel;
import io.lagrid.engine.delay.Distribution;
import io.lagrid.engine.delay.RoundDelays;
import io.lagrid.engine.delay.Speeds;
import io.lagrid.engine.simulate.Comparison;
import io.lagrid.engine.simulate.RoundTiming;
import io.lagrid.engine.simulate.Strategy;
import io.lagrid.engine.simulate.WorkConserving;
import io.lagrid.engine.statistics.CompletionLaw;
import io.lagrid.engine.statistics.HeterogeneousLoads;
import io.lagrid.engine.statistics.LatencySummary;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PiecewiseTest {

  private static final Distribution DELAYS = new Distribution.ShiftedExponential(1, 1);
  private static final Randomness CHOICES = Randomness.insecure(1);

  /** Worker 0 takes 1 s for a task, worker 1 two, worker 2 four. */
  private static final RoundDelays DOUBLING = (worker, attempt) -> 1 << worker;

  private static List<LatencySummary> summaries(DelayModel model, Strategy... strategies) {
    return Comparison.play(List.of(strategies), model, 4000, 5).tracks().stream()
        .map(Comparison.Track::summary)
        .toList();
  }

  @Test
  void piecesArriveOneAfterTheOther() {
    Pace pace = new Pace(0.5, 0.25, 0.125);
    // Worker 0 at 0.5 + 0.25 + j/8; worker 1 at 0.5 + 0.5 + j/4; worker 2 at 0.5 + 1 + j/2.
    double[] expected = {0.875, 1, 1.125, 1.25, 1.25, 1.5, 1.75, 2, 2, 2.5, 3, 3.5};
    for (int needed = 1; needed <= 12; needed++) {
      RoundTiming timing = new InPieces("", List.of(4, 4, 4), needed, pace).play(DOUBLING, CHOICES);
      assertThat(timing.seconds()).as("%d pieces", needed).isEqualTo(expected[needed - 1]);
    }
    assertThat(new InPieces("", List.of(4, 4, 4), 4, pace).play(DOUBLING, CHOICES).busySeconds())
        .isEqualTo(3 * 1.25);
  }

  @Test
  void wholeLoadsCountWhenTheLastPieceIsThere() {
    Pace pace = new Pace(0, 0, 0.25);
    WholeLoads loads = new WholeLoads("", List.of(8, 4, 0), 9, pace);
    assertThat(loads.play(DOUBLING, CHOICES)).isEqualTo(new RoundTiming(2, 4, 3));
    assertThat(new WholeLoads("", List.of(8, 4, 1), 5, pace).play(DOUBLING, CHOICES).seconds())
        .isEqualTo(2);
  }

  @Test
  void onePieceEachIsAnMdsCode() {
    LatencySummary summary =
        summaries(DELAYS, new InPieces("", Collections.nCopies(12, 1), 9, new Pace(0, 0, 1)))
            .get(0);
    assertThat(summary.mean())
        .isCloseTo(
            CompletionLaw.anyOf(9, 12).expected(DELAYS), within(5 * summary.standardError()));
  }

  /** The more and the finer the pieces, the closer to the bound; never below it. */
  @Test
  void finePiecesApproachTheWorkConservingBound() {
    List<LatencySummary> summaries =
        summaries(
            DELAYS,
            new WorkConserving("", 12, 9),
            pieces(1),
            pieces(2),
            pieces(10),
            new InPieces("", Collections.nCopies(12, 400), 900, new Pace(0, 0, 0.01)));
    double bound = summaries.get(0).mean();
    assertThat(summaries.stream().map(LatencySummary::mean).toList())
        .isSortedAccordingTo(
            (x, y) -> x.equals(bound) ? -1 : Double.compare(y, x)); // the bound, then ever less
    assertThat(summaries.get(4).mean()).isBetween(bound, 1.02 * bound);
  }

  /** Workers that stay slow for a while: who learns gives them little to do meanwhile. */
  @Test
  void learnedLoadsAreAheadOfFixedOnesInBursts() {
    DelayModel bursts = new Bursts(0.05, 0.1, 5, new Distribution.ShiftedExponential(1, 10));
    InPieces most = new InPieces("adaptive", Collections.nCopies(12, 30), 90, new Pace(0, 0, 0.1));
    List<LatencySummary> summaries =
        summaries(bursts, new WorkConserving("", 12, 9), new LearnedLoads(most, 3), pieces(10));
    double bound = summaries.get(0).mean();
    assertThat(summaries.get(1).mean()).isGreaterThan(bound).isLessThan(1.25 * bound);
    assertThat(summaries.get(2).mean()).isGreaterThan(1.1 * summaries.get(1).mean());
  }

  /** No round is ever over, and the series goes on. */
  @Test
  void learnedLoadsSurviveSilence() {
    InPieces most = new InPieces("", List.of(4, 4), 5, new Pace(0, 0, 1));
    Strategy.Series series = new LearnedLoads(most, 0).series();
    RoundDelays silent = (worker, attempt) -> worker == 0 ? 1 : Double.POSITIVE_INFINITY;
    for (int round = 0; round < 3; round++) {
      assertThat(series.play(silent, CHOICES).seconds()).isInfinite();
    }
    assertThat(series.play((worker, attempt) -> 1, CHOICES).seconds()).isFinite();
  }

  private static InPieces pieces(int each) {
    return new InPieces("", Collections.nCopies(12, each), 9 * each, new Pace(0, 0, 1.0 / each));
  }

  /** As the number of workers grows, rounds with HCMM's loads take t* (Reisizadeh 2019). */
  @Test
  void heterogeneousLoadsTakeAsLongAsTheTheoremSays() {
    int workers = 400;
    int pieces = 200_000;
    double[] shifts = new double[workers];
    double[] rates = new double[workers];
    for (int i = 0; i < workers; i++) {
      double speed = 1 + i % 4;
      shifts[i] = 1e-3 / speed;
      rates[i] = 1e3 * speed;
    }
    HeterogeneousLoads best = HeterogeneousLoads.of(pieces, shifts, rates);
    List<Integer> loads = Arrays.stream(best.wholeLoads()).boxed().toList();
    DelayModel model =
        new Speeds(List.of(1.0, 2.0, 3.0, 4.0), new Distribution.ShiftedExponential(1e-3, 1e3));
    Pace pace = new Pace(0, 0, 1);
    LatencySummary summary = summaries(model, new WholeLoads("", loads, pieces, pace)).get(0);
    assertThat(summary.mean()).isCloseTo(best.seconds(), within(0.02 * best.seconds()));
    int even = (int) Math.ceil(1.6 * pieces / workers);
    LatencySummary alike =
        summaries(model, new WholeLoads("", Collections.nCopies(workers, even), pieces, pace))
            .get(0);
    assertThat(alike.mean()).isGreaterThan(1.1 * summary.mean());
  }

  @Test
  void whatCannotBeIsRefused() {
    Pace pace = new Pace(0, 0, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InPieces("", List.of(1, 2), 4, pace))
        .withMessageContaining("4 pieces needed of loads [1, 2]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WholeLoads("", List.of(1, -1), 0, pace));
    assertThatIllegalArgumentException().isThrownBy(() -> new Pace(-1, 0, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LearnedLoads(new InPieces("", List.of(1), 1, pace), -1));
  }
}
