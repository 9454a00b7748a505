package io.lagrid.engine.plan;

import java.util.List;
import java.util.function.Supplier;

/**
 * In which numbers doubles are computed where that is left open: floating point where a plan keeps
 * half of all digits at the worst of a few sets of responders, else exact arithmetic, if that has a
 * plan with less work.
 */
public final class Digits {

  /** Real plans with so many times the least real work are compared with exact ones. */
  private static final double DEAR = 1.5;

  private Digits() {}

  /**
   * Whether exact arithmetic does better.
   *
   * @param real what to plan for in floating point
   * @param exact the same in exact arithmetic; asked only where floating point has no plan without
   *     fault, and may throw {@link IllegalArgumentException} if there is no such thing
   * @return false also where either request is no good: planning it says why
   */
  public static boolean needExact(Planner planner, PlanRequest real, Supplier<PlanRequest> exact) {
    try {
      List<Conditioned> plans = planner.ranked(real);
      return !plans.isEmpty() && !good(plans) && better(planner, plans.get(0), exact.get());
    } catch (IllegalArgumentException unplannable) {
      return false;
    }
  }

  private static boolean good(List<Conditioned> plans) {
    double least =
        plans.stream().mapToDouble(each -> each.plan().price().work()).min().orElseThrow();
    Conditioned best = plans.get(0);
    return best.keepsDigits() && best.plan().price().work() <= DEAR * least;
  }

  private static boolean better(Planner planner, Conditioned best, PlanRequest exact) {
    List<Plan> instead = planner.table(exact).plans();
    return !instead.isEmpty() && (!best.keepsDigits() || work(instead.get(0)) < work(best.plan()));
  }

  private static double work(Plan plan) {
    return plan.sizes().workerMultiplyAdds();
  }
}
