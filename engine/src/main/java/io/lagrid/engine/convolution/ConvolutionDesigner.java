package io.lagrid.engine.convolution;

import io.lagrid.algebra.convolution.Convolution;
import io.lagrid.algebra.convolution.Convolution.Way;
import io.lagrid.algebra.convolution.Extent;
import io.lagrid.algebra.exact.PrecisionLimits;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.catalog.CodeCatalog;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.Settings;
import io.lagrid.engine.Settings.ArithmeticChoice;
import io.lagrid.engine.job.Stopwatch;
import io.lagrid.engine.partition.NumberChoice;
import io.lagrid.engine.plan.Digits;
import io.lagrid.engine.plan.Plan;
import io.lagrid.engine.plan.PlanRequest;
import io.lagrid.engine.plan.PlanTable;
import io.lagrid.engine.plan.Planner;
import java.util.function.Supplier;

/** Decides everything about a convolution, from its operands or from their shapes. Immutable. */
record ConvolutionDesigner(Convolution convolution, int workers, Settings settings) {

  /** The cheapest blueprint. */
  ConvolutionBlueprint blueprint(Lagrid lagrid, Operand left, Operand right) {
    Stopwatch watch = new Stopwatch(lagrid.cluster().clock());
    check(left, right);
    Planner planner = new Planner(lagrid.environment().catalog());
    NumberChoice numbers = numbers(planner, left, right);
    Plan plan = planner.best(request(numbers));
    return new ConvolutionBlueprint(
        convolution, plan, numbers, settings.tolerance(), settings.verifies(), watch.lap() * 1e-9);
  }

  /** All codes side by side. */
  PlanTable table(Lagrid lagrid, Operand left, Operand right) {
    check(left, right);
    Planner planner = new Planner(lagrid.environment().catalog());
    return planner.table(request(numbers(planner, left, right)));
  }

  /** What to plan for if there are doubles between −1 and 1. */
  PlanRequest typical() {
    int terms = Math.min(convolution.left().entries(), convolution.right().entries());
    Planner planner = new Planner(CodeCatalog.standard());
    return request(choose(planner, /* integers= */ false, () -> NumberChoice.typical(terms)));
  }

  private PlanRequest request(NumberChoice numbers) {
    Requirement requirement =
        new Requirement(
            Chunking.operation(convolution),
            workers,
            settings.tolerance(),
            numbers.numbers().arithmetic().exact(),
            settings.verifies(),
            settings.partition());
    boolean checked = settings.verifies() || settings.tolerance().adversaries() > 0;
    return new PlanRequest(
        requirement,
        settings.code(),
        new ConvolutionWorkload(convolution, numbers, checked),
        settings.caps());
  }

  private void check(Operand left, Operand right) {
    if (left.getClass() != right.getClass()) {
      throw new IllegalArgumentException(
          "cannot convolve a %s with a %s; convert one of them"
              .formatted(left.getClass().getSimpleName(), right.getClass().getSimpleName()));
    }
    convolution.left().check("the left operand", left);
    convolution.right().check("the right operand", right);
    Lagrid.requireFinite("A", left);
    Lagrid.requireFinite("B", right);
  }

  private NumberChoice numbers(Planner planner, Operand left, Operand right) {
    boolean integers = left instanceof LongMatrix;
    if (integers && settings.arithmetic() == ArithmeticChoice.REAL) {
      throw new IllegalArgumentException(
          "integers are computed exactly; for real arithmetic, hand in doubles");
    }
    return choose(planner, integers, () -> exactNumbers(left, right));
  }

  private NumberChoice choose(Planner planner, boolean integers, Supplier<NumberChoice> exact) {
    NumberChoice real = NumberChoice.real();
    boolean needed =
        exact(integers)
            || (settings.arithmetic() == ArithmeticChoice.AUTO
                && Digits.needExact(planner, request(real), () -> request(exact.get())));
    return needed ? exact.get() : real;
  }

  private boolean exact(boolean integers) {
    boolean demanded =
        settings.tolerance().colluders() > 0
            || settings.tolerance().adversaries() > 0
            || settings.verifies();
    return settings.arithmetic() == ArithmeticChoice.EXACT
        || (settings.arithmetic() == ArithmeticChoice.AUTO && (integers || demanded));
  }

  /** Every entry of the result is an inner product of parts of these rows. */
  private NumberChoice exactNumbers(Operand left, Operand right) {
    PrecisionLimits limits =
        settings.bits().isPresent()
            ? PrecisionLimits.DEFAULT.withBits(settings.bits().getAsInt())
            : PrecisionLimits.DEFAULT;
    Extent a = convolution.left();
    Extent b = convolution.right();
    boolean byFilter = convolution.way() == Way.BY_FILTER;
    return NumberChoice.exactRows(
        Rows.reshaped(left, byFilter ? 1 : a.outer()),
        Rows.reshaped(right, convolution.way() == Way.FORWARD ? b.outer() : 1),
        limits);
  }

  /** Operands in other shapes. */
  private static final class Rows {

    static Operand reshaped(Operand operand, int rows) {
      int columns = operand.rows() * operand.columns() / rows;
      if (operand instanceof LongMatrix longs) {
        return LongMatrix.of(rows, columns, longs.toArray());
      }
      return Matrix.of(rows, columns, ((Matrix) operand).toArray());
    }
  }
}
