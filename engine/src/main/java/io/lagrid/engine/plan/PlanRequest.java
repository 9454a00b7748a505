package io.lagrid.engine.plan;

import io.lagrid.codes.Code;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.share.GaussianMask;
import java.util.Optional;

/**
 * What to plan for.
 *
 * @param requirement the operation, the workers and what to tolerate
 * @param code the one code to consider, or empty to compare all
 * @param workload what codes cost
 * @param caps what plans may take at most
 */
public record PlanRequest(
    Requirement requirement, Optional<String> code, Workload workload, Caps caps) {

  /**
   * A product in so many planes, hidden by the usual noise if real; what conversion does to its
   * numbers is not looked at.
   *
   * @param memoryPerWorker the most bytes a worker may hold
   * @throws ClassCastException if the requirement's operation is none
   */
  public PlanRequest(
      Requirement requirement, Optional<String> code, int planes, long memoryPerWorker) {
    this(
        requirement,
        code,
        new ProductWorkload(
            (Operation.Product) requirement.operation(),
            planes,
            requirement.exact(),
            0,
            GaussianMask.USUAL),
        Caps.memory(memoryPerWorker));
  }

  /** How precise results by a plan for this request are. */
  public PlanPrecision precision(Plan plan) {
    return workload.precision(plan, requirement);
  }

  /** These operands on so many workers, which are to tolerate that much, by any cut. */
  public PlanRequest tolerating(int workers, Tolerance tolerance) {
    Requirement other =
        new Requirement(
            requirement.operation(),
            workers,
            tolerance,
            requirement.exact(),
            requirement.verified(),
            Optional.empty());
    return new PlanRequest(other, code, workload, caps);
  }

  /** The same with another number of stragglers, by any cut. */
  public PlanRequest tolerating(int stragglers) {
    Tolerance asked = requirement.tolerance();
    return tolerating(
        requirement.workers(), new Tolerance(stragglers, asked.adversaries(), asked.colluders()));
  }

  /** The same by one code, whatever it takes. */
  public PlanRequest by(String name) {
    return new PlanRequest(requirement, Optional.of(name), workload, Caps.NONE);
  }

  /** How many liars the decoder locates by itself, with one more answer for each. */
  public int located() {
    boolean estimates = requirement.operation() instanceof Operation.Map;
    return requirement.verified() || estimates ? 0 : requirement.tolerance().adversaries();
  }

  Plan plan(Code offered) {
    return workload.plan(offered, requirement);
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
    return new PlanRequest(more, code, workload, caps);
  }
}
