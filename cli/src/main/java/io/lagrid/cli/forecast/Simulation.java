package io.lagrid.cli.forecast;

import io.lagrid.cli.run.Refusals;
import io.lagrid.engine.forecast.Entrant;
import io.lagrid.engine.forecast.Lineup;
import io.lagrid.engine.forecast.ToleranceSweep;
import io.lagrid.engine.plan.Plan;
import io.lagrid.engine.simulate.Comparison;
import io.lagrid.engine.statistics.LatencySummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A simulation that was run: the code first, then everything it is compared with.
 *
 * @param question what was asked
 * @param plan the code simulated
 * @param draws the delays drawn
 * @param modelText the delay model as the user wrote it
 * @param entrants the code and the others
 * @param leftOut what is not compared, in a few words, and why
 * @param comparison their rounds, in the same order
 * @param sweep the code's rounds for every number of stragglers
 */
public record Simulation(
    Question question,
    Plan plan,
    ToleranceSweep.Draws draws,
    String modelText,
    List<Entrant> entrants,
    Map<String, String> leftOut,
    Comparison comparison,
    List<ToleranceSweep.Point> sweep) {

  /** Copies the lists. */
  public Simulation {
    entrants = List.copyOf(entrants);
    sweep = List.copyOf(sweep);
  }

  /** The key of the code itself. */
  static final String CODED = "coded";

  /** Plays all rounds. */
  public static Simulation run(
      Question question, Lineup.Terms terms, ToleranceSweep.Draws draws, String modelText) {
    Plan plan = question.best();
    Lineup lineup = new Lineup(question.planner(), question.request(), terms);
    List<Entrant> entrants = new ArrayList<>();
    entrants.add(lineup.coded(CODED, plan, plan));
    return Refusals.asBadInput(
        () -> {
          Lineup.Baselines baselines = lineup.baselines(plan, draws.model());
          entrants.addAll(baselines.entrants());
          Comparison comparison =
              Comparison.play(
                  entrants.stream().map(Entrant::strategy).toList(),
                  draws.model(),
                  draws.rounds(),
                  draws.seed());
          List<ToleranceSweep.Point> sweep =
              ToleranceSweep.of(question.planner(), question.request(), terms, plan, draws);
          return new Simulation(
              question, plan, draws, modelText, entrants, baselines.leftOut(), comparison, sweep);
        });
  }

  /** What the rounds of one entrant amount to. */
  LatencySummary summary(int entrant) {
    return comparison.tracks().get(entrant).summary();
  }

  /** An entrant's mean, in times of the work-conserving bound's; empty if that is not known. */
  Optional<Double> ofBound(int entrant) {
    int bound = index("bound");
    double ratio = bound < 0 ? Double.NaN : summary(entrant).mean() / summary(bound).mean();
    return Double.isFinite(ratio) ? Optional.of(ratio) : Optional.empty();
  }

  /** The entrant with that key; −1 if it does not take part. */
  int index(String key) {
    for (int i = 0; i < entrants.size(); i++) {
      if (entrants.get(i).key().equals(key)) {
        return i;
      }
    }
    return -1;
  }
}
