package io.lagrid.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lagrid.codes.Operation;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.Tolerance;
import io.lagrid.codes.catalog.CodeCatalog;
import io.lagrid.engine.cluster.sim.Network;
import io.lagrid.engine.delay.Distribution;
import io.lagrid.engine.plan.Plan;
import io.lagrid.engine.plan.PlanRequest;
import io.lagrid.engine.plan.Planner;
import io.lagrid.engine.simulate.Comparison;
import io.lagrid.engine.simulate.TaskLoad;
import io.lagrid.engine.statistics.CompletionLaw;
import io.lagrid.engine.statistics.LatencySummary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A code and its alternatives on twelve workers. */
class LineupTest {

  private static final Planner PLANNER = new Planner(CodeCatalog.standard());
  private static final Distribution DELAYS = new Distribution.ShiftedExponential(1, 1);

  private static PlanRequest request(int workers, int stragglers) {
    return new PlanRequest(
        new Requirement(
            Operation.Product.of(840, 840, 840),
            workers,
            Tolerance.stragglers(stragglers),
            false,
            false,
            Optional.empty()),
        Optional.empty(),
        1,
        Long.MAX_VALUE);
  }

  private static Map<String, LatencySummary> play(Lineup.Terms terms) {
    PlanRequest request = request(12, 3);
    Plan plan = PLANNER.best(request);
    Lineup lineup = new Lineup(PLANNER, request, terms);
    List<Entrant> entrants = new ArrayList<>();
    entrants.add(lineup.coded("coded", plan, plan));
    entrants.addAll(lineup.baselines(plan, DELAYS).entrants());
    Comparison comparison =
        Comparison.play(entrants.stream().map(Entrant::strategy).toList(), DELAYS, 10_000, 3);
    Map<String, LatencySummary> summaries = new HashMap<>();
    for (int i = 0; i < entrants.size(); i++) {
      summaries.put(entrants.get(i).key(), comparison.tracks().get(i).summary());
    }
    return summaries;
  }

  private static void assertMean(LatencySummary summary, double mean) {
    assertThat(summary.mean()).isCloseTo(mean, within(5 * summary.standardError()));
  }

  @Test
  void tasksTakeTimeInProportionToTheirWork() {
    Map<String, LatencySummary> summaries = play(Lineup.Terms.PROPORTIONAL);
    assertThat(summaries.keySet())
        .containsExactlyInAnyOrder(
            "coded",
            "uncoded",
            "replicated",
            "speculative",
            "speculativeSpark3",
            "retried",
            "ignoring",
            "partial",
            "adaptive",
            "heterogeneous",
            "rateless",
            "bound");
    // Nine of twelve answers of a ninth each; twelve twelfths; six sixths, twice.
    assertMean(summaries.get("coded"), CompletionLaw.anyOf(9, 12).expected(DELAYS));
    assertMean(summaries.get("uncoded"), 9.0 / 12 * CompletionLaw.anyOf(12, 12).expected(DELAYS));
    assertMean(summaries.get("ignoring"), 9.0 / 12 * CompletionLaw.anyOf(9, 12).expected(DELAYS));
    assertMean(
        summaries.get("replicated"), 9.0 / 6 * CompletionLaw.anyOfEach(6, 12).expected(DELAYS));
    summaries.forEach(
        (key, summary) ->
            assertThat(summary.mean())
                .as(key)
                .isGreaterThanOrEqualTo(
                    key.equals("ignoring") ? 0 : summaries.get("bound").mean()));
  }

  @Test
  void fixedTimeIsSparedToNoTask() {
    Map<String, LatencySummary> summaries = play(new Lineup.Terms(Network.INSTANT, 1));
    assertMean(summaries.get("uncoded"), CompletionLaw.anyOf(12, 12).expected(DELAYS));
    assertMean(summaries.get("replicated"), CompletionLaw.anyOfEach(6, 12).expected(DELAYS));
  }

  @Test
  void messagesAreAddedToEveryTask() {
    PlanRequest any = request(12, 3);
    PlanRequest request =
        new PlanRequest(any.requirement(), Optional.of("polynomial"), any.workload(), any.caps());
    Plan plan = PLANNER.best(request);
    Network network = new Network(0.5, 1e6);
    TaskLoad load = new Lineup(PLANNER, request, new Lineup.Terms(network, 0)).load(plan, plan);
    double bytes = 8.0 * 840 * 840 * (2.0 / 3 + 1.0 / 9);
    assertThat(((ProductCode) plan.code()).partition().blockProducts()).isEqualTo(9);
    assertThat(load.fixedSeconds()).isCloseTo(1 + bytes / 1e6, within(1e-9));
    assertThat(load.scale()).isEqualTo(1);
  }

  @Test
  void aSweepTradesWorkForTolerance() {
    PlanRequest request = request(12, 0);
    Plan plan = PLANNER.best(request);
    List<ToleranceSweep.Point> points =
        ToleranceSweep.of(
            PLANNER,
            request,
            Lineup.Terms.PROPORTIONAL,
            plan,
            new ToleranceSweep.Draws(new Distribution.Bimodal(0.05, 1, 100), 2000, 1));
    assertThat(points).hasSize(12);
    for (int s = 0; s < points.size(); s++) {
      assertThat(points.get(s).stragglers()).isEqualTo(s);
      assertThat(12 - points.get(s).plan().code().parameters().recoveryThreshold())
          .isGreaterThanOrEqualTo(s);
    }
    assertThat(points.get(0).summary().mean())
        .as("half of the uncoded rounds wait a hundred seconds")
        .isGreaterThan(5 * points.get(3).summary().mean());
    assertThat(points.get(11).plan().price().redundancy()).isEqualTo(12);
  }
}
