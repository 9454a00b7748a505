package io.lagrid.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.Tolerance;
import io.lagrid.codes.catalog.CodeCatalog;
import io.lagrid.codes.real.ConditioningSurvey;
import java.util.Optional;
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

  private static double worst(Plan plan) {
    return ConditioningSurvey.of((ProductCode) plan.code(), 24, Randomness.insecure(3)).worst();
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

  @Test
  void largeClustersArePlannedToo() {
    PlanRequest request = request(100, 5, Optional.empty());
    Plan best = planner.best(request);
    assertThat(best.price().work()).isLessThanOrEqualTo(1.0 / 16); // no dearer than repetition
    assertThat(request.workload().precision(best).errorBound()).isLessThanOrEqualTo(0x1p-26);
  }
}
