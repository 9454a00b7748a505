package io.lagrid.engine.plan;

import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.ProductGrid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A plan over floating point, with what its decoding leaves of a result.
 *
 * @param plan the plan
 * @param precision as {@link Workload#precision} forecasts it; unknown if it was not looked at
 */
record Conditioned(Plan plan, PlanPrecision precision) {

  /** A larger bound loses more than half of a double's digits. */
  static final double HALF_THE_DIGITS = 0x1p-26;

  /** What all forecasts of a request may cost together, in steps of elimination. */
  private static final double EFFORT = 8e7;

  private static final double SAME = 1 + 1e-9;

  /** The error bound at the worst set of responders; NaN if it was not looked at. */
  double bound() {
    return precision.errorBound();
  }

  boolean keepsDigits() {
    return bound() <= HALF_THE_DIGITS;
  }

  /** How many thousandfolds of a rounding error a bound is. */
  private static long lostThousands(double bound) {
    return (long) (Math.log10(Math.max(1, bound / PrecisionForecast.UNIT)) / 3);
  }

  /**
   * About what a forecast costs: nothing where plain blocks are picked, else an elimination, and
   * for products, of which workers may hold several blocks, the residual of the decode matrix.
   */
  private static double effort(Plan plan) {
    if (PlanSizes.plainBlocks(plan.code().parameters()).isPresent()) {
      return 0;
    }
    double answers = plan.answers();
    if (!(plan.code() instanceof ProductCode code)) {
      return Math.pow(answers, 3);
    }
    Partition share = code.sharePartition();
    ProductGrid grid = code.grid();
    double residual =
        answers
            * share.blockProducts()
            * grid.resultBlocks()
            * grid.leftBlocks()
            * grid.rightBlocks();
    return Math.pow(answers * Math.max(share.m(), share.n()), 3) + residual;
  }

  /** Whether the forecast of one plan costs no more than all forecasts of a request may. */
  static boolean affordable(Plan plan) {
    return effort(plan) <= EFFORT;
  }

  /**
   * Plans in order of preference: the cheapest work that keeps half of all digits in the worst case
   * comes first; of plans with equal work one that loses three digits fewer in the worst case comes
   * before, and of those alike in that too, one that does in the typical case. If none keeps its
   * digits, the one with the smallest bound in the worst case comes first. Plans beyond the effort
   * that forecasts are worth keep their place behind.
   *
   * <p>The cheapest are looked at first. If none of them keeps its digits, those that need the most
   * answers follow: the fewer workers may be missing, the better the systems that are solved.
   *
   * @param cheapest by price
   * @param precision of a plan
   */
  static List<Conditioned> preferred(List<Plan> cheapest, Function<Plan, PlanPrecision> precision) {
    Map<Plan, Conditioned> looked = new LinkedHashMap<>();
    look(cheapest, EFFORT, precision, looked);
    if (looked.values().stream().noneMatch(Conditioned::keepsDigits)) {
      List<Plan> others = new ArrayList<>(cheapest);
      others.removeAll(looked.keySet());
      others.sort(Comparator.comparingInt(Plan::answers).reversed());
      look(others, EFFORT / 4, precision, looked);
    }
    List<Conditioned> all = new ArrayList<>(looked.values());
    all.sort(order(all.stream().anyMatch(Conditioned::keepsDigits)));
    cheapest.stream()
        .filter(plan -> !looked.containsKey(plan))
        .forEach(plan -> all.add(new Conditioned(plan, PlanPrecision.UNKNOWN)));
    return all;
  }

  /** Looks at plans while that is worth the effort. */
  private static void look(
      List<Plan> plans,
      double most,
      Function<Plan, PlanPrecision> precision,
      Map<Plan, Conditioned> looked) {
    double left = most;
    double enough = Double.POSITIVE_INFINITY;
    for (Plan plan : plans) {
      double effort = effort(plan);
      if (effort > left || rounded(plan.price().work()) > enough) {
        continue;
      }
      left -= effort;
      Conditioned next = new Conditioned(plan, precision.apply(plan));
      looked.put(plan, next);
      if (next.keepsDigits()) {
        enough = rounded(plan.price().work()); // none that is dearer comes before it
      }
    }
  }

  private static Comparator<Conditioned> order(boolean someKeep) {
    return someKeep
        ? Comparator.comparing((Conditioned each) -> !each.keepsDigits())
            .thenComparingDouble(each -> rounded(each.plan.price().work()))
            .thenComparingLong(each -> lostThousands(each.bound()))
            .thenComparingLong(each -> lostThousands(each.precision.bounds().typical()))
        : Comparator.comparingDouble(Conditioned::bound);
  }

  /** Work to nine digits, so that the order of its roundings does not tell plans apart. */
  private static double rounded(double work) {
    return Math.rint(Math.log(work) / Math.log(SAME));
  }
}
