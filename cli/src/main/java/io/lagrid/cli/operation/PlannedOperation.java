package io.lagrid.cli.operation;

import io.lagrid.codes.Operation;
import io.lagrid.engine.Settings;
import io.lagrid.engine.plan.PlanRequest;
import java.util.function.Function;

/**
 * An operation whose plans can be compared.
 *
 * @param operation what the user asked for
 * @param title the same in a few words
 * @param settings what is asked of it
 * @param planning what is planned under these or other settings
 * @param maskingNoise σ of the noise that hides operands over the reals, if some does
 */
public record PlannedOperation(
    Operation operation,
    String title,
    Settings settings,
    Function<Settings, PlanRequest> planning,
    double maskingNoise) {

  /** What is planned. */
  public PlanRequest request() {
    return planning.apply(settings);
  }
}
