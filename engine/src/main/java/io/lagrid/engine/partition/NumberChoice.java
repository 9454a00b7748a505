package io.lagrid.engine.partition;

import io.lagrid.algebra.exact.PrecisionLimits;
import io.lagrid.algebra.exact.ProductPrecision;
import io.lagrid.algebra.exact.ResidueSystem;
import io.lagrid.algebra.matrix.IntegerOperand;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import java.util.List;

/**
 * The numbers a run computes with, and what that means for its result.
 *
 * @param numbers the conversion
 * @param leftBits fractional bits of the left operand's fixed point, of a batch's first one; 0 for
 *     integers and reals
 * @param rightBits likewise of the right operand
 * @param errorBound bound on ‖result − exact result‖ / (‖A‖·‖B‖) from the conversion alone
 */
public record NumberChoice(Numbers numbers, int leftBits, int rightBits, double errorBound) {

  private static final int MOST_TERMS = 1 << 22;

  /** Doubles as they are. */
  public static NumberChoice real() {
    return new NumberChoice(new RealNumbers(), 0, 0, 0);
  }

  /**
   * Residues modulo as many primes as the products of a batch need.
   *
   * @throws io.lagrid.algebra.exact.UnrepresentableException if the limits cannot be met
   */
  public static NumberChoice exact(
      List<? extends Operand> a, List<? extends Operand> b, PrecisionLimits limits) {
    List<ProductPrecision> precisions = ProductPrecision.ofBatch(a, b, limits);
    ProductPrecision first = precisions.get(0);
    ResidueSystem residues = first.system();
    Numbers numbers =
        a.get(0) instanceof IntegerOperand
            ? ExactNumbers.integers(residues)
            : ExactNumbers.fixedPoint(residues, precisions);
    double errorBound =
        precisions.stream().mapToDouble(ProductPrecision::errorBound).max().orElseThrow();
    return new NumberChoice(numbers, first.leftBits(), first.rightBits(), errorBound);
  }

  /**
   * Residues modulo as many primes as inner products of vectors of doubles between −1 and 1 need:
   * the choice where there are no operands yet.
   *
   * @param terms of an inner product, at least 1; more than 2^22 count as so many
   */
  public static NumberChoice typical(int terms) {
    int length = Math.min(terms, MOST_TERMS);
    Matrix left = Matrix.zeros(1, length);
    Matrix right = Matrix.zeros(length, 1);
    for (int i = 0; i < length; i++) {
      left.set(0, i, Math.sin(1 + i));
      right.set(i, 0, Math.cos(2 + i));
    }
    return exact(List.of(left), List.of(right), PrecisionLimits.DEFAULT);
  }

  /**
   * Residues modulo as many primes as a bilinear map needs of whose result every entry is the inner
   * product of a part of a row of a and a part of a row of b.
   *
   * @throws io.lagrid.algebra.exact.UnrepresentableException if the limits cannot be met
   */
  public static NumberChoice exactRows(Operand a, Operand b, PrecisionLimits limits) {
    ProductPrecision precision = ProductPrecision.ofRows(a, b, limits);
    Numbers numbers =
        a instanceof IntegerOperand
            ? ExactNumbers.integers(precision.system())
            : ExactNumbers.fixedPoint(precision.system(), List.of(precision));
    return new NumberChoice(
        numbers, precision.leftBits(), precision.rightBits(), precision.errorBound());
  }
}
