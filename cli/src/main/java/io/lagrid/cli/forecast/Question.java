package io.lagrid.cli.forecast;

import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.run.CodingOptions;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.catalog.CodeCatalog;
import io.lagrid.engine.Settings;
import io.lagrid.engine.Settings.ArithmeticChoice;
import io.lagrid.engine.Settings.Verification;
import io.lagrid.engine.partition.NumberChoice;
import io.lagrid.engine.plan.Plan;
import io.lagrid.engine.plan.PlanRequest;
import io.lagrid.engine.plan.PlanTable;
import io.lagrid.engine.plan.Planner;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a plan or a simulation is asked for, before there are operands.
 *
 * @param operation what is to be computed
 * @param title the operation in a few words
 * @param request for the planner
 * @param conversionBound bound on the relative error of the arithmetic's conversion; 0 for reals
 */
public record Question(
    Operation operation, String title, PlanRequest request, double conversionBound) {

  /**
   * An operation as the user wrote it.
   *
   * @param operation its name
   * @param shapes of its operands
   */
  public record Asked(String operation, List<String> shapes) {

    /** Copies the list. */
    public Asked {
      shapes = List.copyOf(shapes);
    }
  }

  private static final Planner PLANNER = new Planner(CodeCatalog.standard());

  /**
   * Puts together what was asked. Without operands, exact arithmetic is taken to need as many
   * primes as entries between −1 and 1 do.
   *
   * @param asked the operation and its shapes
   * @param memory the most bytes a worker may hold
   * @throws BadInputException if there is no such operation
   */
  public static Question of(Asked asked, CodingOptions options, long memory) {
    OperationForm form = OperationText.named(asked.operation());
    Operation operation = form.parse(asked.shapes());
    Settings settings = options.settings();
    boolean exact =
        settings.arithmetic() == ArithmeticChoice.EXACT
            || (settings.arithmetic() == ArithmeticChoice.AUTO
                && settings.tolerance().colluders() > 0);
    boolean verified =
        settings.verification() == Verification.FREIVALDS
            || (settings.verification() == Verification.AUTO
                && settings.tolerance().adversaries() > 0);
    NumberChoice numbers = exact ? form.exact(operation) : NumberChoice.real();
    Requirement requirement =
        new Requirement(
            operation,
            options.workers(),
            settings.tolerance(),
            exact,
            verified,
            settings.partition());
    int planes = numbers.numbers().arithmetic().size();
    return new Question(
        operation,
        form.title(operation),
        new PlanRequest(requirement, settings.code(), planes, memory),
        numbers.errorBound());
  }

  /** The planner that answers it. */
  public Planner planner() {
    return PLANNER;
  }

  /**
   * The plan that {@code lagrid multiply} would choose.
   *
   * @throws BadInputException if there is none
   */
  public Plan best() {
    return refusals(() -> PLANNER.best(request));
  }

  /**
   * Every plan and every refusal.
   *
   * @throws BadInputException if the code asked for does not exist
   */
  public PlanTable table() {
    return refusals(() -> PLANNER.table(request));
  }

  static <T> T refusals(Supplier<T> computation) {
    try {
      return computation.get();
    } catch (IllegalArgumentException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    }
  }
}
