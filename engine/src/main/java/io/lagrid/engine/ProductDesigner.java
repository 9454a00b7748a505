package io.lagrid.engine;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.algebra.exact.PrecisionLimits;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.matrix.IntegerOperand;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.catalog.CodeCatalog;
import io.lagrid.engine.Settings.ArithmeticChoice;
import io.lagrid.engine.job.Stopwatch;
import io.lagrid.engine.partition.NumberChoice;
import io.lagrid.engine.partition.NumberSource;
import io.lagrid.engine.partition.SeriesNumbers;
import io.lagrid.engine.plan.Digits;
import io.lagrid.engine.plan.Plan;
import io.lagrid.engine.plan.PlanRequest;
import io.lagrid.engine.plan.PlanTable;
import io.lagrid.engine.plan.Planner;
import io.lagrid.engine.plan.ProductWorkload;
import java.util.List;
import java.util.function.Supplier;

/**
 * Decides everything about a product from the operands and the settings: checks the operands,
 * chooses the numbers, and has the code planned. Immutable.
 */
record ProductDesigner(int workers, Settings settings, CodeCatalog catalog, Clock clock) {

  /** The blueprint for a batch of products. */
  ProductBlueprint forBatch(List<? extends Operand> a, List<? extends Operand> b) {
    Stopwatch watch = new Stopwatch(clock);
    Operation.Product product = ProductOperands.check(a, b);
    NumberChoice numbers = numbers(product, a, b);
    return blueprint(product, numbers, NumberSource.fixed(numbers), watch);
  }

  /** The blueprint for one left operand and a series of right ones with so many columns each. */
  ProductBlueprint forSeries(Operand a, int columns) {
    Stopwatch watch = new Stopwatch(clock);
    ProductOperands.finite("A", a);
    Operation.Product product =
        new Operation.Product(
            1, a.rows(), a.columns(), columns, OperandForms.density(List.of(a)), 1);
    Supplier<SeriesNumbers> exact = () -> SeriesNumbers.of(a, columns, limits());
    if (!exact(a) && !needExact(product, () -> exact.get().first())) {
      NumberChoice real = NumberChoice.real();
      return blueprint(product, real, NumberSource.fixed(real), watch);
    }
    SeriesNumbers series = exact.get();
    return blueprint(product, series.first(), series, watch);
  }

  /** All codes side by side. */
  PlanTable table(List<? extends Operand> a, List<? extends Operand> b) {
    Operation.Product product = ProductOperands.check(a, b);
    return new Planner(catalog).table(request(product, numbers(product, a, b), workers, settings));
  }

  /** What to plan for if there are doubles between −1 and 1. */
  static PlanRequest typical(Operation.Product product, int workers, Settings settings) {
    Supplier<NumberChoice> exact = () -> NumberChoice.typical(product.inner());
    PlanRequest real = request(product, NumberChoice.real(), workers, settings);
    boolean needed =
        exact(/* integers= */ false, settings)
            || (settings.arithmetic() == ArithmeticChoice.AUTO
                && Digits.needExact(
                    new Planner(CodeCatalog.standard()),
                    real,
                    () -> request(product, exact.get(), workers, settings)));
    return needed ? request(product, exact.get(), workers, settings) : real;
  }

  private NumberChoice numbers(
      Operation.Product product, List<? extends Operand> a, List<? extends Operand> b) {
    Supplier<NumberChoice> exact = () -> NumberChoice.exact(a, b, limits());
    return exact(a.get(0)) || needExact(product, exact) ? exact.get() : NumberChoice.real();
  }

  /** Whether that is left open, and floating point would lose digits. */
  private boolean needExact(Operation.Product product, Supplier<NumberChoice> exact) {
    return settings.arithmetic() == ArithmeticChoice.AUTO
        && Digits.needExact(
            new Planner(catalog),
            request(product, NumberChoice.real(), workers, settings),
            () -> request(product, exact.get(), workers, settings));
  }

  private PrecisionLimits limits() {
    return settings.bits().isPresent()
        ? PrecisionLimits.DEFAULT.withBits(settings.bits().getAsInt())
        : PrecisionLimits.DEFAULT;
  }

  private ProductBlueprint blueprint(
      Operation.Product product, NumberChoice numbers, NumberSource perRound, Stopwatch watch) {
    Plan plan = new Planner(catalog).best(request(product, numbers, workers, settings));
    return new ProductBlueprint(product, plan, numbers, perRound, settings, watch.lap() * 1e-9);
  }

  private static PlanRequest request(
      Operation.Product product, NumberChoice numbers, int workers, Settings settings) {
    Arithmetic arithmetic = numbers.numbers().arithmetic();
    Requirement requirement =
        new Requirement(
            product,
            workers,
            settings.tolerance(),
            arithmetic.exact(),
            settings.verifies(),
            settings.partition());
    ProductWorkload workload =
        new ProductWorkload(
            product,
            arithmetic.size(),
            arithmetic.exact(),
            numbers.errorBound(),
            settings.maskingNoise());
    return new PlanRequest(requirement, settings.code(), workload, settings.caps());
  }

  private boolean exact(Operand operand) {
    boolean integers = operand instanceof IntegerOperand;
    if (integers && settings.arithmetic() == ArithmeticChoice.REAL) {
      throw new IllegalArgumentException(
          "integers are computed exactly; for real arithmetic, hand in doubles");
    }
    return exact(integers, settings);
  }

  private static boolean exact(boolean integers, Settings settings) {
    return settings.arithmetic() == ArithmeticChoice.EXACT
        || (settings.arithmetic() == ArithmeticChoice.AUTO
            && (integers || settings.tolerance().colluders() > 0));
  }
}
