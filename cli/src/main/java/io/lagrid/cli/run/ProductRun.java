package io.lagrid.cli.run;

import io.lagrid.algebra.exact.OverflowException;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.report.PlanRow;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.report.Outcome;
import java.util.List;
import java.util.function.Supplier;

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
    return refusals(() -> lagrid.attempt(left, right));
  }

  /** Every code side by side, for the report. */
  public List<PlanRow> plans() {
    return PlanRow.all(refusals(() -> lagrid.plans(left, right)));
  }

  /** The engine checks the caller's side before anything is sent: its refusals are the user's. */
  private static <T> T refusals(Supplier<T> computation) {
    try {
      return computation.get();
    } catch (IllegalArgumentException | OverflowException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    }
  }
}
