package io.lagrid.engine.partition;

import io.lagrid.algebra.exact.ResidueSystem;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import java.util.List;
import java.util.OptionalInt;

/**
 * The numbers a run computes with, and what that means for its result.
 *
 * @param numbers the conversion
 * @param leftBits fractional bits of the left operand's fixed point; 0 for integers and reals
 * @param rightBits fractional bits of the right operand's fixed point; 0 for integers and reals
 * @param errorBound bound on max |result − exact result| / (‖A‖·‖B‖) from the conversion alone
 */
public record NumberChoice(Numbers numbers, int leftBits, int rightBits, double errorBound) {

  /** Doubles as they are. */
  public static NumberChoice real(List<? extends Operand> a, List<? extends Operand> b) {
    return new NumberChoice(new RealNumbers(), 0, 0, 0);
  }

  public static NumberChoice exact(
      List<? extends Operand> a, List<? extends Operand> b, OptionalInt bits) {
    if (a.get(0) instanceof LongMatrix) {
      return new NumberChoice(ExactNumbers.integers(ResidueSystem.ofPrimes(6)), 0, 0, 0);
    }
    return new NumberChoice(
        ExactNumbers.fixedPoint(ResidueSystem.ofPrimes(5), 46, 46), 46, 46, 1e-13);
  }

  public static NumberChoice exactSeries(Operand a, OptionalInt bits) {
    return exact(List.of(a), List.of(a), bits);
  }
}
