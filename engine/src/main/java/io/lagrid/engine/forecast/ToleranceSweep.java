package io.lagrid.engine.forecast;

import io.lagrid.codes.Requirement;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.delay.DelayModel;
import io.lagrid.engine.plan.Plan;
import io.lagrid.engine.plan.PlanRequest;
import io.lagrid.engine.plan.Planner;
import io.lagrid.engine.simulate.Comparison;
import io.lagrid.engine.statistics.LatencySummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What tolerance costs and buys: the cheapest plan for every number of stragglers, timed. */
public final class ToleranceSweep {

  private ToleranceSweep() {}

  /**
   * One number of stragglers.
   *
   * @param stragglers S
   * @param plan the cheapest plan that tolerates them
   * @param summary its rounds
   */
  public record Point(int stragglers, Plan plan, LatencySummary summary) {}

  /**
   * Sweeps the number of stragglers from 0 as far as there are plans, everything else as requested,
   * on the same draws.
   *
   * @param reference the plan whose task takes the seconds that the model draws
   * @param draws what to draw
   */
  public static List<Point> of(
      Planner planner, PlanRequest request, Lineup.Terms terms, Plan reference, Draws draws) {
    List<Plan> plans = new ArrayList<>();
    for (int s = 0; s < request.requirement().workers(); s++) {
      Optional<Plan> plan = planner.table(tolerating(request, s)).plans().stream().findFirst();
      if (plan.isEmpty()) {
        break;
      }
      plans.add(plan.get());
    }
    Lineup lineup = new Lineup(planner, request, terms);
    Comparison comparison =
        Comparison.play(
            plans.stream().map(plan -> lineup.coded("", plan, reference).strategy()).toList(),
            draws.model(),
            draws.rounds(),
            draws.seed());
    List<Point> points = new ArrayList<>();
    for (int s = 0; s < plans.size(); s++) {
      points.add(new Point(s, plans.get(s), comparison.tracks().get(s).summary()));
    }
    return points;
  }

  /**
   * What to draw.
   *
   * @param model the delay model
   * @param rounds how many rounds
   * @param seed of the draws
   */
  public record Draws(DelayModel model, int rounds, long seed) {}

  private static PlanRequest tolerating(PlanRequest request, int stragglers) {
    Requirement asked = request.requirement();
    Tolerance tolerance =
        Tolerance.stragglers(stragglers)
            .adversaries(asked.tolerance().adversaries())
            .colluders(asked.tolerance().colluders());
    Requirement requirement =
        new Requirement(
            asked.operation(),
            asked.workers(),
            tolerance,
            asked.exact(),
            asked.verified(),
            Optional.empty());
    return new PlanRequest(
        requirement, request.code(), request.planes(), request.memoryPerWorker());
  }
}
