package io.lagrid.engine.plan;

import io.lagrid.codes.Requirement;
import java.util.Optional;

/**
 * What to plan for.
 *
 * @param requirement the operation, the workers and what to tolerate
 * @param code the one code to consider, or empty to compare all
 * @param planes how many planes the arithmetic has
 * @param memoryPerWorker the most bytes a worker may hold; {@link Long#MAX_VALUE} for no cap
 */
public record PlanRequest(
    Requirement requirement, Optional<String> code, int planes, long memoryPerWorker) {

  /** Checks that there is a plane and some memory. */
  public PlanRequest {
    if (planes < 1 || memoryPerWorker < 1) {
      throw new IllegalArgumentException(
          "cannot plan for %d planes and %d bytes per worker".formatted(planes, memoryPerWorker));
    }
  }

  boolean fits(Plan plan) {
    return plan.bytesPerWorker() <= memoryPerWorker;
  }

  PlanRequest withWorkers(int workers) {
    Requirement more =
        new Requirement(
            requirement.operation(),
            workers,
            requirement.tolerance(),
            requirement.exact(),
            requirement.verified(),
            requirement.partition());
    return new PlanRequest(more, code, planes, memoryPerWorker);
  }
}
