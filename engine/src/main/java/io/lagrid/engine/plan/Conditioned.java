package io.lagrid.engine.plan;

import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.ProductGrid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
   * @param cheapest by price
   * @param precision of a plan
   */
  static List<Conditioned> preferred(List<Plan> cheapest, Function<Plan, PlanPrecision> precision) {
    List<Conditioned> looked = new ArrayList<>();
    List<Conditioned> others = new ArrayList<>();
    double left = EFFORT;
    double enough = Double.POSITIVE_INFINITY;
    for (Plan plan : cheapest) {
      double effort = effort(plan);
      if (effort > left || rounded(plan.price().work()) > enough) {
        others.add(new Conditioned(plan, PlanPrecision.UNKNOWN));
        continue;
      }
      left -= effort;
      Conditioned next = new Conditioned(plan, precision.apply(plan));
      looked.add(next);
      if (next.keepsDigits()) {
        enough = rounded(plan.price().work()); // none that is dearer comes before it
      }
    }
    looked.sort(order(looked.stream().anyMatch(Conditioned::keepsDigits)));
    looked.addAll(others);
    return looked;
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
