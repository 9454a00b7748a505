package io.lagrid.engine.partition;

import io.lagrid.algebra.exact.PrecisionLimits;
import io.lagrid.algebra.exact.ProductPrecision;
import io.lagrid.algebra.exact.SeriesPrecision;
import io.lagrid.algebra.matrix.IntegerOperand;
import io.lagrid.algebra.matrix.Operand;
import java.util.List;

/**
 * Exact numbers for one left operand, and for right operands that come later. Immutable and
 * thread-safe.
 */
public final class SeriesNumbers implements NumberSource {

  private final SeriesPrecision precision;
  private final boolean integers;

  private SeriesNumbers(SeriesPrecision precision, boolean integers) {
    this.precision = precision;
    this.integers = integers;
  }

  /**
   * The numbers for one left operand.
   *
   * @param left not modified
   * @param columns how many columns every right operand will have
   * @throws io.lagrid.algebra.exact.UnrepresentableException if the limits cannot be met
   */
  public static SeriesNumbers of(Operand left, int columns, PrecisionLimits limits) {
    return new SeriesNumbers(
        SeriesPrecision.of(left, columns, limits), left instanceof IntegerOperand);
  }

  /** The numbers of the left operand. */
  public NumberChoice first() {
    // Only the left bits matter before a right operand is known.
    return choice(
        new ProductPrecision(
            precision.primes(),
            precision.leftBits(),
            0,
            precision.system().capacity(),
            Double.NaN));
  }

  @Override
  public NumberChoice forRight(List<? extends Operand> right) {
    return choice(precision.next(right.get(0)));
  }

  private NumberChoice choice(ProductPrecision round) {
    Numbers numbers =
        integers
            ? ExactNumbers.integers(precision.system())
            : ExactNumbers.fixedPoint(precision.system(), List.of(round));
    return new NumberChoice(numbers, round.leftBits(), round.rightBits(), round.errorBound());
  }
}
