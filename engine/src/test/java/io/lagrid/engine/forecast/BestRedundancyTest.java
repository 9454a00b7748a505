package io.lagrid.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.lagrid.codes.Operation;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.Tolerance;
import io.lagrid.codes.catalog.CodeCatalog;
import io.lagrid.engine.cluster.sim.Network;
import io.lagrid.engine.delay.Distribution;
import io.lagrid.engine.plan.PlanRequest;
import io.lagrid.engine.plan.Planner;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BestRedundancyTest {

  private static final Planner PLANNER = new Planner(CodeCatalog.standard());

  private static PlanRequest request(int stragglers) {
    return new PlanRequest(
        new Requirement(
            Operation.Product.of(5040, 5040, 5040),
            12,
            Tolerance.stragglers(stragglers),
            false,
            false,
            Optional.empty()),
        Optional.empty(),
        1,
        Long.MAX_VALUE);
  }

  private static WorkerProfile workers(Distribution slowness) {
    return new WorkerProfile(1e-10, slowness, Network.INSTANT);
  }

  @Test
  void noOtherNumberOfStragglersIsForecastToBeFaster() {
    WorkerProfile profile = workers(new Distribution.ShiftedExponential(1, 1));
    BestRedundancy best = BestRedundancy.of(PLANNER, request(2), profile).orElseThrow();
    int tried = 0;
    for (int s = 0; s < 12; s++) {
      PlanRequest request = request(s);
      double seconds =
          new Forecaster(profile, request).forecast(PLANNER.best(request)).expectedSeconds();
      assertThat(seconds).as("S = %d", s).isGreaterThanOrEqualTo(best.forecast().expectedSeconds());
      tried++;
    }
    assertThat(tried).isEqualTo(12);
    assertThat(best.stragglers()).isBetween(1, 6);
    assertThat(best.roundSeconds().get("partial"))
        .as("pieces that count beat whole answers, and nothing beats the bound")
        .isGreaterThan(best.roundSeconds().get("bound"))
        .isLessThan(best.forecast().expectedSeconds());
    assertThat(best.sentence()).contains("fastest at S = " + best.stragglers());
  }

  @Test
  void workersThatAreNeverSlowNeedNoRedundancy() {
    BestRedundancy best =
        BestRedundancy.of(PLANNER, request(4), workers(new Distribution.Constant(1))).orElseThrow();
    assertThat(best.stragglers()).isZero();
  }

  @Test
  void workersThatAreOftenStuckNeedMuch() {
    Distribution stuck = new Distribution.Bimodal(0.3, 1, 1000);
    BestRedundancy best = BestRedundancy.of(PLANNER, request(0), workers(stuck)).orElseThrow();
    assertThat(best.stragglers()).isGreaterThan(5);
  }
}
