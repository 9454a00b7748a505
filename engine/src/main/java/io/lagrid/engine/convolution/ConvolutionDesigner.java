package io.lagrid.engine.convolution;

import io.lagrid.algebra.convolution.Convolution;
import io.lagrid.algebra.convolution.Convolution.Way;
import io.lagrid.algebra.convolution.Extent;
import io.lagrid.algebra.exact.PrecisionLimits;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.convolution.ConvolutionCode;
import io.lagrid.codes.convolution.ConvolutionFamily;
import io.lagrid.codes.convolution.ConvolutionParameters;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.Settings;
import io.lagrid.engine.Settings.ArithmeticChoice;
import io.lagrid.engine.Settings.Verification;
import io.lagrid.engine.job.Stopwatch;
import io.lagrid.engine.partition.NumberChoice;
import java.util.List;

/** Decides everything about a convolution from its operands and the settings. Immutable. */
record ConvolutionDesigner(Lagrid lagrid, Convolution convolution) {

  /** The cheapest blueprint. */
  ConvolutionBlueprint blueprint(Operand left, Operand right) {
    return blueprints(left, right).get(0);
  }

  /** Every way to cut, cheapest first; at least one. */
  List<ConvolutionBlueprint> blueprints(Operand left, Operand right) {
    Stopwatch watch = new Stopwatch(lagrid.cluster().clock());
    check(left, right);
    NumberChoice numbers = exact(left) ? exactNumbers(left, right) : NumberChoice.real();
    Requirement requirement = requirement(numbers);
    List<ConvolutionCode> codes =
        ConvolutionFamily.convolution().codes(requirement, Chunking.operation(convolution));
    double seconds = watch.lap() * 1e-9;
    List<ConvolutionBlueprint> all =
        codes.stream().map(code -> blueprint(code, numbers, seconds)).toList();
    List<ConvolutionBlueprint> fitting =
        all.stream().filter(one -> one.bytesPerWorker() <= settings().memoryPerWorker()).toList();
    if (fitting.isEmpty()) {
      throw new IllegalArgumentException(
          "a worker would hold %.0f bytes of a convolution; the cap is %d"
              .formatted(
                  all.stream()
                      .mapToDouble(ConvolutionBlueprint::bytesPerWorker)
                      .min()
                      .orElseThrow(),
                  settings().memoryPerWorker()));
    }
    return fitting;
  }

  Requirement requirement(NumberChoice numbers) {
    return new Requirement(
        Chunking.operation(convolution),
        lagrid.cluster().workers(),
        settings().tolerance(),
        numbers.numbers().arithmetic().exact(),
        verified(),
        settings().partition());
  }

  private ConvolutionBlueprint blueprint(
      ConvolutionCode code, NumberChoice numbers, double seconds) {
    ConvolutionBlueprint blueprint =
        new ConvolutionBlueprint(
            convolution, code, numbers, settings().tolerance(), verified(), seconds);
    boolean liars = verified() || settings().tolerance().adversaries() > 0;
    if (liars
        && ConvolutionVerifier.tooLong(
            numbers.numbers().arithmetic(), blueprint.chunking().chunk())) {
      throw new IllegalArgumentException(
          "chunks of %d rows are too long to be checked; use more workers or smaller operands"
              .formatted(blueprint.chunking().chunk().result().height()));
    }
    return blueprint;
  }

  private Settings settings() {
    return lagrid.settings();
  }

  private boolean verified() {
    return settings().verification() == Verification.FREIVALDS
        || (settings().verification() == Verification.AUTO
            && settings().tolerance().adversaries() > 0);
  }

  private void check(Operand left, Operand right) {
    settings()
        .code()
        .filter(name -> !name.equals(ConvolutionParameters.CONVOLUTION))
        .ifPresent(
            name -> {
              lagrid.environment().catalog().named(name); // an unknown name is told as such
              throw new IllegalArgumentException(
                  "code %s does no convolutions; %s does"
                      .formatted(name, ConvolutionParameters.CONVOLUTION));
            });
    if (left.getClass() != right.getClass()) {
      throw new IllegalArgumentException(
          "cannot convolve a %s with a %s; convert one of them"
              .formatted(left.getClass().getSimpleName(), right.getClass().getSimpleName()));
    }
    convolution.left().check("the left operand", left);
    convolution.right().check("the right operand", right);
    finite("A", left);
    finite("B", right);
  }

  private static void finite(String name, Operand operand) {
    Lagrid.requireDense(name, operand);
    if (operand instanceof Matrix matrix) {
      for (int i = 0; i < matrix.rows(); i++) {
        for (int j = 0; j < matrix.columns(); j++) {
          if (!Double.isFinite(matrix.get(i, j))) {
            throw new IllegalArgumentException(
                "entry (row %d, column %d) of %s is %s; every entry must be a finite number"
                    .formatted(i, j, name, matrix.get(i, j)));
          }
        }
      }
    }
  }

  private boolean exact(Operand operand) {
    boolean integers = operand instanceof LongMatrix;
    if (integers && settings().arithmetic() == ArithmeticChoice.REAL) {
      throw new IllegalArgumentException(
          "integers are computed exactly; for real arithmetic, hand in doubles");
    }
    boolean demanded =
        settings().tolerance().colluders() > 0
            || settings().tolerance().adversaries() > 0
            || settings().verification() == Verification.FREIVALDS;
    return settings().arithmetic() == ArithmeticChoice.EXACT
        || (settings().arithmetic() == ArithmeticChoice.AUTO && (integers || demanded));
  }

  /** Every entry of the result is an inner product of parts of these rows. */
  private NumberChoice exactNumbers(Operand left, Operand right) {
    PrecisionLimits limits =
        settings().bits().isPresent()
            ? PrecisionLimits.DEFAULT.withBits(settings().bits().getAsInt())
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
