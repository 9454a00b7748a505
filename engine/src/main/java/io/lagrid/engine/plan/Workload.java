package io.lagrid.engine.plan;

import io.lagrid.codes.Code;
import io.lagrid.codes.Requirement;
import java.util.Optional;

/**
 * An operation on operands of given shapes, in given numbers, as far as plans depend on it: what a
 * code costs there, and how precise its results are.
 *
 * @implSpec Immutable and thread-safe. Only codes that families propose for the operation are
 *     handed in, and {@link #plain} blocks.
 */
public interface Workload {

  /** Why a code cannot serve here although its family proposes it; empty if it can. */
  default Optional<String> objection(Code code) {
    return Optional.empty();
  }

  /**
   * What a code costs.
   *
   * @param requirement what the code was proposed for
   */
  Plan plan(Code code, Requirement requirement);

  /**
   * How precise results by a plan are.
   *
   * @param requirement what the plan is for
   */
  PlanPrecision precision(Plan plan, Requirement requirement);

  /**
   * The operation without a code: plain blocks, as many as possible, each at so many workers or one
   * more; empty if there is no such way, or the catalogue's codes are it.
   */
  default Optional<Plan> plain(Requirement requirement, int copies) {
    return Optional.empty();
  }
}
