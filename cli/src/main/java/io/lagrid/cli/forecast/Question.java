package io.lagrid.cli.forecast;

import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.operation.PlannedOperation;
import io.lagrid.cli.run.Refusals;
import io.lagrid.codes.Operation;
import io.lagrid.codes.catalog.CodeCatalog;
import io.lagrid.engine.plan.Plan;
import io.lagrid.engine.plan.PlanRequest;
import io.lagrid.engine.plan.PlanTable;
import io.lagrid.engine.plan.Planner;

/**
 * What a plan or a simulation is asked for, before there are operands. Those are taken to hold
 * doubles between −1 and 1.
 *
 * @param asked the operation
 * @param request for the planner
 */
public record Question(PlannedOperation asked, PlanRequest request) {

  private static final Planner PLANNER = new Planner(CodeCatalog.standard());

  /** What is planned for an operation. */
  public Question(PlannedOperation asked) {
    this(asked, asked.request());
  }

  /** What is to be computed. */
  public Operation operation() {
    return asked.operation();
  }

  /** The operation in a few words. */
  public String title() {
    return asked.title();
  }

  /** The command that would compute it. */
  public String command() {
    return "lagrid " + operation().name();
  }

  /** The planner that answers it. */
  public Planner planner() {
    return PLANNER;
  }

  /**
   * The plan that the command would choose.
   *
   * @throws BadInputException if there is none
   */
  public Plan best() {
    return Refusals.asBadInput(() -> PLANNER.best(request));
  }

  /**
   * Every plan and every refusal.
   *
   * @throws BadInputException if the code asked for does not exist
   */
  public PlanTable table() {
    return Refusals.asBadInput(() -> PLANNER.table(request));
  }
}
