package io.lagrid.engine.plan;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.real.ConditioningSurvey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A plan over floating point, with what its decoding does to rounding errors.
 *
 * @param plan the plan
 * @param survey in the typical and in the worst case
 */
record Conditioned(Plan plan, ConditioningSurvey survey) {

  /** Rounding errors that grow more than this lose more than half of a double's digits. */
  private static final double HALF_THE_DIGITS = 0x1p26;

  private static final int MOST_PLANS = 6;
  private static final int MOST_SETS = 2;
  private static final double SAME = 1 + 1e-9;

  /** Surveys of larger systems would take longer than they are worth. */
  private static final int LARGEST_THRESHOLD = 40;

  private static Conditioned of(Plan plan) {
    return new Conditioned(
        plan, ConditioningSurvey.of((ProductCode) plan.code(), MOST_SETS, Randomness.insecure(1)));
  }

  private static boolean small(Plan plan) {
    return plan.code().parameters().recoveryThreshold() <= LARGEST_THRESHOLD;
  }

  private boolean keepsDigits() {
    return survey.worst() <= HALF_THE_DIGITS;
  }

  /** How many thousandfolds rounding errors gain, in the typical case. */
  private long lostThousands() {
    return (long) (Math.log10(Math.max(1, survey.typical())) / 3);
  }

  /**
   * Plans in order of preference: the cheapest work that keeps half of all digits in the worst case
   * comes first, and of plans with equal work one that typically loses three digits fewer comes
   * before. Only the {@value #MOST_PLANS} cheapest plans are looked at; if none of them keeps its
   * digits, the one with the smallest worst case comes first.
   *
   * @param cheapest by price
   */
  static List<Plan> preferred(List<Plan> cheapest) {
    int count = Math.min(MOST_PLANS, cheapest.size());
    if (!cheapest.stream().limit(count).allMatch(Conditioned::small)) {
      return cheapest;
    }
    List<Conditioned> looked = new ArrayList<>();
    for (Plan plan : cheapest.subList(0, count)) {
      Conditioned next = of(plan);
      looked.add(next);
      if (next.keepsDigits() && next.lostThousands() == 0) {
        break; // none that is dearer, or as cheap, comes before it
      }
    }
    if (looked.stream().noneMatch(Conditioned::keepsDigits)) {
      looked.sort(Comparator.comparingDouble(each -> each.survey.worst()));
    } else {
      looked.sort(
          Comparator.comparing((Conditioned each) -> !each.keepsDigits())
              .thenComparingDouble(each -> rounded(each.plan.price().work()))
              .thenComparingLong(Conditioned::lostThousands));
    }
    List<Plan> plans = new ArrayList<>(looked.stream().map(Conditioned::plan).toList());
    plans.addAll(cheapest.subList(looked.size(), cheapest.size()));
    return plans;
  }

  /** Work to nine digits, so that the order of its roundings does not tell plans apart. */
  private static double rounded(double work) {
    return Math.rint(Math.log(work) / Math.log(SAME));
  }
}
