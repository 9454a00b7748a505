package io.lagrid.engine.forecast;

import io.lagrid.codes.Operation;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.Tolerance;
import io.lagrid.codes.rateless.LtParameters;
import io.lagrid.engine.plan.Plan;
import io.lagrid.engine.plan.PlanRequest;
import io.lagrid.engine.plan.PlanTable;
import io.lagrid.engine.plan.Planner;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A plan's work cut finer, so that every worker has {@value #PER_TASK} pieces where it had one
 * task. A product's blocks are cut once more, and as many times the answers are needed; whatever
 * else there is, is planned again for as many times the workers. Any so many pieces suffice; of
 * plain blocks, fewer may.
 *
 * @param needed how many pieces give the result; 0 if the work is not played in pieces
 * @param scale one piece's work, as a share of the plan's task
 * @param reasons why ways to run it are left out, by the key of the entrant: {@link #PARTIAL} for
 *     all that cut the plan's work, {@link #RATELESS}
 */
record Pieces(int needed, double scale, Map<String, String> reasons) {

  static final int PER_TASK = 10;
  static final String PARTIAL = "partial";
  static final String RATELESS = "rateless";

  /**
   * The pieces of a plan's work.
   *
   * @param request what the plan was made for
   */
  static Pieces of(Planner planner, PlanRequest request, Plan plan) {
    Map<String, String> reasons = new LinkedHashMap<>();
    Operation operation = request.requirement().operation();
    int needed = 0;
    double scale = 1;
    if (operation instanceof Operation.Product) {
      needed = Forecaster.needed(plan, request.located()) * PER_TASK;
      scale = 1.0 / PER_TASK;
    } else if (operation instanceof Operation.Map) {
      reasons.put(
          PARTIAL, "in pieces, the function is estimated from other blocks: not the same estimate");
    } else {
      PlanRequest finer = finer(request);
      PlanTable table = planner.table(finer);
      if (table.plans().isEmpty()) {
        reasons.put(PARTIAL, reason(table, finer));
      } else if (!table.plans().get(0).name().equals(plan.name())) {
        reasons.put(PARTIAL, otherwise(table.plans().get(0), plan, finer));
      } else {
        Plan cut = table.plans().get(0);
        needed = Forecaster.needed(cut, finer.located());
        scale = multiplyAdds(cut) / multiplyAdds(plan);
      }
    }
    objectionToRateless(planner, request).ifPresent(reason -> reasons.put(RATELESS, reason));
    return new Pieces(needed, scale, reasons);
  }

  /** What a key of the reasons stands for, in a few words. */
  static String title(String key) {
    return key.equals(PARTIAL) ? "pieces or loads by speed" : "rateless code";
  }

  private static double multiplyAdds(Plan plan) {
    return plan.sizes().workerMultiplyAdds();
  }

  private static PlanRequest finer(PlanRequest request) {
    Tolerance pieces =
        new Tolerance(
            asked(request).stragglers() * PER_TASK,
            asked(request).adversaries() * PER_TASK,
            asked(request).colluders() * PER_TASK);
    return request.tolerating(request.requirement().workers() * PER_TASK, pieces);
  }

  private static Tolerance asked(PlanRequest request) {
    return request.requirement().tolerance();
  }

  private static String reason(PlanTable table, PlanRequest finer) {
    Requirement requirement = finer.requirement();
    String why =
        table.refused().stream()
            .filter(refused -> !refused.foreign())
            .map(refused -> refused.code() + ": " + refused.reason())
            .collect(Collectors.joining("; "));
    return "no code for %d pieces of which %d may be missing (%s)"
        .formatted(requirement.workers(), requirement.tolerance().stragglers(), why);
  }

  /** Floating point keeps digits for few points only, so that its pieces are planned otherwise. */
  private static String otherwise(Plan cut, Plan whole, PlanRequest finer) {
    Requirement requirement = finer.requirement();
    return "for %d pieces%s the planner takes %s, not %s"
        .formatted(
            requirement.workers(),
            requirement.exact() ? "" : " in floating point",
            cut.name(),
            whole.name());
  }

  /** What its family says, which hides nothing, locates nobody and knows products only. */
  private static Optional<String> objectionToRateless(Planner planner, PlanRequest request) {
    boolean product = request.requirement().operation() instanceof Operation.Product;
    Tolerance tolerance = new Tolerance(0, request.located(), asked(request).colluders());
    if (product && tolerance.equals(Tolerance.NONE)) {
      return Optional.empty();
    }
    PlanRequest asked =
        request.tolerating(request.requirement().workers(), tolerance).by(LtParameters.LT);
    return planner.table(asked).refused().stream().findFirst().map(PlanTable.Refused::reason);
  }
}
