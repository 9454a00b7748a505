package io.lagrid.engine.evaluate;

import io.lagrid.algebra.exact.OverflowException;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.engine.polynomial.DegreeTest;
import io.lagrid.engine.polynomial.PolynomialMap;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * The bound that a map states of its values, held against the values that were decoded. With a
 * bound that is too low a value in residues wraps around; {@link MapNumbers} leaves room that such
 * a value shows.
 *
 * @param blueprint what was computed
 * @param errorBound how far values may be off, in units of the bound
 */
record Promise(MapBlueprint blueprint, double errorBound) {

  private static final double ROUNDING = 0x1p-20;

  /**
   * The values in one matrix.
   *
   * @param blocks decoded; may be modified
   * @throws IllegalArgumentException if a user's map states a bound that one of them passes
   * @throws OverflowException if one is within its bound, but not within int64
   */
  Operand values(List<Block> blocks) {
    double largest = blueprint.operation().largest() * (1 + ROUNDING + errorBound);
    Operand values;
    try {
      values = blueprint.numbers().assemble(blocks, blueprint.cutting().values(blueprint.blocks()));
    } catch (OverflowException overflow) {
      if (stated() && overflow.value().abs().compareTo(integer(largest)) > 0) {
        throw broken(overflow.value().toString());
      }
      throw overflow;
    }
    double found = stated() ? magnitude(values) : 0;
    if (!(found <= largest)) {
      throw broken("" + found);
    }
    return values;
  }

  /** Whether the bound is a user's: those of the house are proved. */
  private boolean stated() {
    return DegreeTest.needed(map());
  }

  private PolynomialMap map() {
    return blueprint.cutting().map();
  }

  private static BigInteger integer(double bound) {
    return new BigDecimal(bound).toBigInteger();
  }

  private static double magnitude(Operand values) {
    return values instanceof LongMatrix longs
        ? Arrays.stream(longs.toArray()).mapToDouble(x -> Math.abs((double) x)).max().orElse(0)
        : Arrays.stream(((Matrix) values).toArray()).map(Math::abs).max().orElse(0);
  }

  private IllegalArgumentException broken(String found) {
    return new IllegalArgumentException(
        "%s states that its values are at most %s for these operands, but one was decoded as %s; mend its bound (if that is right, more workers lied than are tolerated)"
            .formatted(map().name(), blueprint.operation().largest(), found));
  }
}
