package io.lagrid.engine;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.catalog.CodeCatalog;
import io.lagrid.engine.Settings.ArithmeticChoice;
import io.lagrid.engine.partition.NumberChoice;
import io.lagrid.engine.plan.PlanRequest;
import io.lagrid.engine.plan.PlanTable;
import io.lagrid.engine.plan.Planner;
import java.util.List;

/**
 * Decides everything about a product from the operands and the settings: checks the operands, chooses
 * the numbers, and has the code planned. Immutable.
 */
record ProductDesigner(int workers, Settings settings, CodeCatalog catalog, Clock clock) {

  /** The blueprint for a batch of products. */
  ProductBlueprint forBatch(List<? extends Operand> a, List<? extends Operand> b) {
    Stopwatch watch = new Stopwatch(clock);
    Operation.Product product = ProductOperands.check(a, b);
    NumberChoice numbers =
        exact(a.get(0)) ? NumberChoice.exact(a, b, settings.bits()) : NumberChoice.real(a, b);
    return blueprint(product, numbers, watch);
  }

  /** The blueprint for one left operand and a series of right ones with so many columns each. */
  ProductBlueprint forSeries(Operand a, int columns) {
    Stopwatch watch = new Stopwatch(clock);
    Operation.Product product = Operation.Product.of(a.rows(), a.columns(), columns);
    NumberChoice numbers =
        exact(a) ? NumberChoice.exactSeries(a, settings.bits()) : NumberChoice.real(List.of(a));
    return blueprint(product, numbers, watch);
  }

  /** All codes side by side. */
  PlanTable table(Operand a, Operand b) {
    Operation.Product product = ProductOperands.check(List.of(a), List.of(b));
    int planes =
        exact(a)
            ? NumberChoice.exact(List.of(a), List.of(b), settings.bits()).numbers().arithmetic().size()
            : 1;
    return new Planner(catalog).table(request(product, exact(a), planes));
  }

  private ProductBlueprint blueprint(
      Operation.Product product, NumberChoice numbers, Stopwatch watch) {
    PlanRequest request =
        request(
            product,
            numbers.numbers().arithmetic().exact(),
            numbers.numbers().arithmetic().size());
    return new ProductBlueprint(
        product, new Planner(catalog).best(request), numbers, settings, watch.lap() * 1e-9);
  }

  private PlanRequest request(Operation.Product product, boolean exact, int planes) {
    Requirement requirement =
        new Requirement(
            product,
            workers,
            settings.tolerance(),
            exact,
            settings.verifies(),
            settings.partition());
    return new PlanRequest(requirement, settings.code(), planes, settings.memoryPerWorker());
  }

  private boolean exact(Operand operand) {
    boolean integers = operand instanceof LongMatrix;
    if (integers && settings.arithmetic() == ArithmeticChoice.REAL) {
      throw new IllegalArgumentException(
          "integers are computed exactly; for real arithmetic, hand in doubles");
    }
    return settings.arithmetic() == ArithmeticChoice.EXACT
        || (settings.arithmetic() == ArithmeticChoice.AUTO
            && (integers || settings.tolerance().colluders() > 0));
  }
}
