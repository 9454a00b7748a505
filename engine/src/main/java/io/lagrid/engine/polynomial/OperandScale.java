package io.lagrid.engine.polynomial;

import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;

/**
 * How large an operand's entries are, and the fixed point chosen for them.
 *
 * @param largest the largest magnitude
 * @param exactBits the fewest fractional bits that hold every entry as it is; 0 for longs
 * @param bits the fractional bits chosen
 */
public record OperandScale(double largest, int exactBits, int bits) {

  private static final int MANTISSA_BITS = 52;

  /** Doubles between −1 and 1, for plans where there are no operands yet. */
  public static final OperandScale TYPICAL =
      new OperandScale(1, MANTISSA_BITS + 1, MANTISSA_BITS + 1);

  /** An operand as it is, not yet rounded: {@code bits} are those that hold it exactly. */
  public static OperandScale of(Operand operand) {
    return operand instanceof Matrix matrix
        ? ofDoubles(matrix)
        : new OperandScale(largest((LongMatrix) operand), 0, 0);
  }

  /** With the fewest bits that round no entry by more than that part of the largest. */
  public OperandScale rounded(double relativeError) {
    if (largest == 0) {
      return new OperandScale(0, 0, 0);
    }
    int wanted = -Math.getExponent(largest) - Math.getExponent(relativeError);
    return new OperandScale(largest, exactBits, Math.min(exactBits, wanted));
  }

  /** With that many bits. */
  public OperandScale withBits(int chosen) {
    return new OperandScale(largest, exactBits, chosen);
  }

  /** The largest rounding error relative to the largest magnitude; 0 if nothing is rounded. */
  public double relativeError() {
    return largest == 0 || bits >= exactBits ? 0 : Math.scalb(0.5, -bits) / largest;
  }

  /** A bound on the magnitudes of the integers. */
  public double largestInteger() {
    return Math.scalb(largest, bits) + 0.5;
  }

  private static double largest(LongMatrix matrix) {
    double largest = 0;
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = 0; j < matrix.columns(); j++) {
        largest = Math.max(largest, Math.abs((double) matrix.get(i, j)));
      }
    }
    return largest;
  }

  private static OperandScale ofDoubles(Matrix matrix) {
    double largest = 0;
    int bits = Integer.MIN_VALUE;
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = 0; j < matrix.columns(); j++) {
        double x = matrix.get(i, j);
        largest = Math.max(largest, Math.abs(x));
        bits = x == 0 ? bits : Math.max(bits, lowestBit(x));
      }
    }
    return new OperandScale(largest, largest == 0 ? 0 : bits, largest == 0 ? 0 : bits);
  }

  /** The b for which x·2^b is an odd integer. */
  static int lowestBit(double x) {
    long mantissa = Double.doubleToRawLongBits(x) & ((1L << MANTISSA_BITS) - 1);
    int exponent = Math.max(Math.getExponent(x), Double.MIN_EXPONENT);
    boolean normal = Math.getExponent(x) >= Double.MIN_EXPONENT;
    long digits = normal ? mantissa | (1L << MANTISSA_BITS) : mantissa;
    return MANTISSA_BITS - exponent - Long.numberOfTrailingZeros(digits);
  }
}
