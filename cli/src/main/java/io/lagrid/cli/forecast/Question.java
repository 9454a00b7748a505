package io.lagrid.cli.forecast;

import io.lagrid.algebra.exact.PrecisionLimits;
import io.lagrid.algebra.matrix.Matrix;
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
 * @param product the operation
 * @param request for the planner
 * @param conversionBound bound on the relative error of the arithmetic's conversion; 0 for reals
 */
public record Question(Operation.Product product, PlanRequest request, double conversionBound) {

  private static final Planner PLANNER = new Planner(CodeCatalog.standard());

  /**
   * Puts together what was asked. Without operands, exact arithmetic is taken to need as many
   * primes as entries between −1 and 1 do.
   *
   * @param memory the most bytes a worker may hold
   */
  public static Question of(Operation.Product product, CodingOptions options, long memory) {
    Settings settings = options.settings();
    boolean exact =
        settings.arithmetic() == ArithmeticChoice.EXACT
            || (settings.arithmetic() == ArithmeticChoice.AUTO
                && settings.tolerance().colluders() > 0);
    boolean verified =
        settings.verification() == Verification.FREIVALDS
            || (settings.verification() == Verification.AUTO
                && settings.tolerance().adversaries() > 0);
    NumberChoice numbers = exact ? exact(product) : NumberChoice.real();
    Requirement requirement =
        new Requirement(
            product,
            options.workers(),
            settings.tolerance(),
            exact,
            verified,
            settings.partition());
    int planes = numbers.numbers().arithmetic().size();
    return new Question(
        product,
        new PlanRequest(requirement, settings.code(), planes, memory),
        numbers.errorBound());
  }

  private static NumberChoice exact(Operation.Product product) {
    Matrix left = Matrix.zeros(1, product.inner());
    Matrix right = Matrix.zeros(product.inner(), 1);
    for (int i = 0; i < product.inner(); i++) {
      left.set(0, i, Math.sin(1 + i));
      right.set(i, 0, Math.cos(2 + i));
    }
    return NumberChoice.exact(List.of(left), List.of(right), PrecisionLimits.DEFAULT);
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

  /** The operation in a few words. */
  public String title() {
    String batch = product.batch() > 1 ? product.batch() + " products of " : "";
    return "%s%d×%d times %d×%d"
        .formatted(batch, product.rows(), product.inner(), product.inner(), product.columns());
  }
}
