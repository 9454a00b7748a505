package io.lagrid.engine.forecast;

import io.lagrid.engine.delay.DelayModel;
import io.lagrid.engine.plan.Plan;
import io.lagrid.engine.plan.PlanRequest;
import io.lagrid.engine.plan.Planner;
import io.lagrid.engine.simulate.Comparison;
import io.lagrid.engine.statistics.LatencySummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What tolerance costs and buys: a cheap plan for every number of stragglers, timed. Of the plans
 * within a twentieth of the least work, it is the one with the least storage.
 */
public final class ToleranceSweep {

  /** With more workers than this, some numbers of stragglers are left out. */
  private static final int MOST_POINTS = 40;

  /** With as many workers, more work in all than so many products is not looked at. */
  private static final double MOST_REDUNDANCY = 4;

  private static final double CHEAP = 1.05;

  private ToleranceSweep() {}

  /**
   * One number of stragglers.
   *
   * @param stragglers S
   * @param plan a cheap plan that tolerates them
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
    List<Integer> stragglers = new ArrayList<>();
    int step = (request.requirement().workers() - 1) / MOST_POINTS + 1;
    for (int s = 0; s < request.requirement().workers(); s += step) {
      Optional<Plan> plan = cheap(planner.table(request.tolerating(s)).plans());
      if (plan.isEmpty() || (step > 1 && plan.get().price().redundancy() > MOST_REDUNDANCY)) {
        break;
      }
      plans.add(plan.get());
      stragglers.add(s);
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
      points.add(new Point(stragglers.get(s), plans.get(s), comparison.tracks().get(s).summary()));
    }
    return points;
  }

  private static Optional<Plan> cheap(List<Plan> plans) {
    double most = plans.isEmpty() ? 0 : CHEAP * plans.get(0).price().work();
    return plans.stream()
        .filter(plan -> plan.price().work() <= most)
        .min(Comparator.comparingDouble(plan -> plan.price().storage()));
  }

  /**
   * What to draw.
   *
   * @param model the delay model
   * @param rounds how many rounds
   * @param seed of the draws
   */
  public record Draws(DelayModel model, int rounds, long seed) {}
}
