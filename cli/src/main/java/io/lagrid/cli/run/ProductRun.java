package io.lagrid.cli.run;

import io.lagrid.algebra.matrix.Operand;
import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.report.PlanRow;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.report.Outcome;
import java.util.List;

/**
 * One product on one cluster, with the engine's refusals as bad input.
 *
 * @param lagrid where and how
 * @param left the left operand
 * @param right the right operand
 */
public record ProductRun(Lagrid lagrid, Operand left, Operand right) {

  /**
   * Runs it.
   *
   * @throws BadInputException if the engine refuses the operands or the settings, or the result
   *     overflows
   */
  public Outcome<Operand> outcome() {
    return Refusals.asBadInput(() -> lagrid.attempt(left, right));
  }

  /** Every code side by side, for the report. */
  public List<PlanRow> plans() {
    return PlanRow.all(Refusals.asBadInput(() -> lagrid.plans(left, right)));
  }
}
