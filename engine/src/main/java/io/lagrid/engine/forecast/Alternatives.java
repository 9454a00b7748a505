package io.lagrid.engine.forecast;

import io.lagrid.codes.Operation;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.Tolerance;
import io.lagrid.codes.product.RepetitionParameters;
import io.lagrid.codes.product.UncodedParameters;
import io.lagrid.engine.cluster.sim.Network;
import io.lagrid.engine.plan.Plan;
import io.lagrid.engine.plan.PlanRequest;
import io.lagrid.engine.plan.Planner;
import java.util.Comparator;
import java.util.Optional;

/** What could be done on the same workers without a code. Immutable and thread-safe. */
public final class Alternatives {

  private final Planner planner;
  private final PlanRequest request;
  private final Network network;

  /**
   * The alternatives to the plans of a request.
   *
   * @param request what is to be computed on which workers; its tolerance, code and partition do
   *     not matter
   * @param network decides between plans of equal work: the one with the shorter messages is taken
   */
  public Alternatives(Planner planner, PlanRequest request, Network network) {
    this.planner = planner;
    this.request = request;
    this.network = network;
  }

  /** One plain block per worker, as many as possible; all answers needed. */
  public Optional<Plan> uncoded() {
    return plain(UncodedParameters.UNCODED, 1);
  }

  /** Plain blocks, each at r workers or one more; the fastest of each needed. */
  public Optional<Plan> replicated(int copies) {
    return plain(RepetitionParameters.REPETITION, copies);
  }

  private Optional<Plan> plain(String code, int copies) {
    Requirement asked = request.requirement();
    PlanRequest plain =
        request.tolerating(asked.workers(), Tolerance.stragglers(copies - 1)).by(code);
    if (!(asked.operation() instanceof Operation.Product)) {
      return plain.workload().plain(plain.requirement(), copies);
    }
    return planner.table(plain).plans().stream()
        .min(
            Comparator.<Plan>comparingDouble(plan -> plan.price().work())
                .thenComparingDouble(plan -> Forecaster.messageSeconds(network, plan.sizes())));
  }
}
