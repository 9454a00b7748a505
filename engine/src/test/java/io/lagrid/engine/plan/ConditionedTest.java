package io.lagrid.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrowsExactly;

import io.lagrid.codes.Operation;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.Tolerance;
import io.lagrid.codes.catalog.CodeCatalog;
import io.lagrid.codes.decode.ResponderSurvey;
import io.lagrid.codes.real.Amplification;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the planner chooses over floating point. */
final class ConditionedTest {

  private final Planner planner = new Planner(CodeCatalog.standard());

  private static PlanRequest request(int workers, int stragglers, Optional<Partition> partition) {
    Operation.Product product = Operation.Product.of(4000, 4000, 4000);
    Requirement requirement =
        new Requirement(
            product, workers, Tolerance.stragglers(stragglers), false, false, partition);
    return new PlanRequest(requirement, Optional.empty(), 1, Long.MAX_VALUE);
  }

  private static ResponderSurvey amplification(Plan plan, int drawn) {
    ProductCode code = (ProductCode) plan.code();
    return ResponderSurvey.of(
        code.parameters().workers(),
        drawn,
        Double.POSITIVE_INFINITY,
        order -> Amplification.of(code, order.subList(0, plan.answers())));
  }

  private static double worst(Plan plan) {
    return amplification(plan, 24).worst();
  }

  @Test
  void theBestPlanKeepsItsDigitsWherePowersLoseThem() {
    for (int workers : new int[] {12, 27, 40}) {
      Plan best = planner.best(request(workers, 2, Optional.empty()));
      assertThat(best.price().work()).isLessThanOrEqualTo(1.0 / (workers - 4));
      assertThat(worst(best)).as("%s", best.code().parameters()).isLessThan(1e8);
    }
  }

  @Test
  void amongEqualWorkTheBetterConditionedCodeWins() {
    PlanTable table = planner.table(request(30, 4, Optional.of(new Partition(1, 5, 5))));
    Plan best = table.plans().get(0);
    assertThat(best.code().parameters().code()).isIn("rotation", "orthopoly");
    for (Plan other : table.plans()) {
      if (other.code().parameters().code().equals("polynomial")) {
        assertThat(worst(other)).isGreaterThan(100 * worst(best));
      }
    }
  }

  /** Neither hides a bad set behind a good median, nor the other way round. */
  @Test
  void theWorstSetDecidesWhetherAPlanWillDoAndTheTypicalOneAmongEquals() {
    PlanRequest request = request(12, 2, Optional.of(new Partition(1, 3, 3)));
    List<Plan> plans = planner.table(request).plans();
    Plan first = plans.get(0);
    List<Plan> equals =
        plans.stream()
            .filter(plan -> plan.price().work() == first.price().work())
            .limit(3)
            .toList();
    assertThat(equals).hasSize(3);
    double[] typical = {1e-13, 1e-10, 1e-14};
    double[] worst = {1e-6, 2e-10, 3e-10};
    Function<Plan, PlanPrecision> precision =
        plan -> {
          int at = equals.indexOf(plan);
          return PlanPrecision.bound(new ResponderSurvey(typical[at], worst[at]));
        };
    assertThat(Conditioned.preferred(equals, precision))
        .extracting(Conditioned::plan)
        .containsExactly(equals.get(2), equals.get(1), equals.get(0));
    worst[1] = 1e-5;
    worst[2] = 1e-4;
    assertThat(Conditioned.preferred(equals, precision))
        .as("none keeps its digits")
        .extracting(Conditioned::plan)
        .containsExactly(equals.get(0), equals.get(1), equals.get(2));
  }

  /** Six copies of everything: forecasts of others cost too much or lose digits. */
  @Test
  void onLargeClustersNoCheaperPlanLookedAtKeepsItsDigitsAndExactArithmeticDoesBetter() {
    PlanRequest request = request(100, 5, Optional.empty());
    PlanTable table = planner.table(request);
    Plan best = table.plans().get(0);
    assertThat(best.price().work()).isEqualTo(1.0 / 16);
    assertThat(table.precision(best).errorBound()).isLessThanOrEqualTo(Conditioned.HALF_THE_DIGITS);
    List<Plan> cheaper =
        table.looked().keySet().stream()
            .filter(plan -> plan.price().work() < best.price().work() - 1e-9)
            .toList();
    assertThat(cheaper).hasSizeGreaterThan(10);
    assertThat(cheaper)
        .allSatisfy(
            plan ->
                assertThat(table.precision(plan).errorBound())
                    .isGreaterThan(Conditioned.HALF_THE_DIGITS));
    PlanRequest exact = exact(request);
    assertThat(Digits.needExact(planner, request, () -> exact)).isTrue();
    assertThat(planner.best(exact).price().work()).isLessThan(1.0 / 80);
  }

  @Test
  void whereDigitsAreShortFewerWorkersAreNamed() {
    Operation.Product product = Operation.Product.of(60, 50, 40); // cut into 60 blocks at most
    Requirement requirement =
        new Requirement(product, 101, Tolerance.stragglers(3), false, false, Optional.empty());
    PlanRequest request = new PlanRequest(requirement, Optional.of("rotation"), 1, Long.MAX_VALUE);
    assertThat(planner.table(request).plans()).isEmpty();
    NoPlanException refused =
        assertThrowsExactly(NoPlanException.class, () -> planner.best(request));
    Matcher named = Pattern.compile("--workers (\\d+)\\)").matcher(refused.getMessage());
    assertThat(named.find()).as(refused.getMessage()).isTrue();
    int fewer = Integer.parseInt(named.group(1));
    assertThat(fewer).isBetween(10, 100);
    Plan plan = planner.best(request.withWorkers(fewer));
    assertThat(request.precision(plan).errorBound()).isLessThanOrEqualTo(0x1p-20);
  }

  private static PlanRequest exact(PlanRequest real) {
    Requirement asked = real.requirement();
    Requirement requirement =
        new Requirement(
            asked.operation(), asked.workers(), asked.tolerance(), true, false, Optional.empty());
    return new PlanRequest(requirement, Optional.empty(), 2, Long.MAX_VALUE);
  }
}
