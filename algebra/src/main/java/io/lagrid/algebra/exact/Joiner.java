package io.lagrid.algebra.exact;

import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import java.math.BigInteger;
import java.util.List;

/**
 * Rebuilds integers or fixed-point numbers from the residues in the planes of one block, by
 * Horner's rule on their mixed-radix digits.
 *
 * <p>To longs: Horner in wrapping 64-bit arithmetic gives the value modulo 2^64, and Horner in
 * doubles gives it with a relative error below 2^−50. Where the second is below 2^62 the first is
 * the value; elsewhere it is the value if and only if the two differ by less than 2^62, because
 * otherwise they differ by almost 2^64 or more.
 *
 * <p>To doubles: Horner from the most significant digit, where only sums beyond 2^53 round. With
 * balanced digits the remaining ones never cancel the leading one, so the relative error is at most
 * (⌈r/2⌉ − 1)·2^−53 up to terms of second order.
 *
 * <p>Confined to one thread; good for one call.
 */
final class Joiner {

  private static final double SAFE = 0x1p62;
  private static final String INT64 = "int64, whose magnitudes end at 2^63";

  private final MixedRadix radix;
  private final Block source;
  private final List<Walk> walks;
  private final int rows;
  private final int columns;
  private final double[][] values;
  private final double[] sums;

  Joiner(MixedRadix radix, Block source, int rows, int columns) {
    this.radix = radix;
    this.source = source;
    this.walks = Walk.over(source, rows, columns);
    this.rows = rows;
    this.columns = columns;
    int chunk = Math.min(Walk.CHUNK, rows * columns);
    values = new double[source.planes().size()][chunk];
    sums = new double[chunk];
  }

  void join(LongMatrix target) {
    Walk walk = Walk.over(target, rows, columns);
    long[] results = new long[sums.length];
    for (int first = 0, n; first < rows * columns; first += n) {
      n = Math.min(sums.length, rows * columns - first);
      readDigits(first, n);
      hornerLong(results, n);
      int bad = radix.digits() == 1 ? -1 : firstOverflow(results, n);
      if (bad >= 0) {
        throw overflow(walk.index(first + bad), target.stride(), radix.value(values, bad), INT64);
      }
      walk.write(results, target.data(), first, n);
    }
  }

  void join(int bits, Matrix target) {
    Walk walk = Walk.over(target, rows, columns);
    BinaryScale scale = BinaryScale.of(-bits);
    for (int first = 0, n; first < rows * columns; first += n) {
      n = Math.min(sums.length, rows * columns - first);
      readDigits(first, n);
      hornerDouble(n);
      scale.apply(sums, n);
      int bad = bits < 0 ? firstInfinite(sums, n) : -1;
      if (bad >= 0) {
        String range = "the range of a double after multiplication by 2^" + -bits;
        throw overflow(walk.index(first + bad), target.stride(), radix.value(values, bad), range);
      }
      walk.write(sums, target.data(), first, n);
    }
  }

  private void readDigits(int first, int n) {
    for (int i = 0; i < values.length; i++) {
      walks.get(i).read(source.plane(i).data(), first, n, values[i]);
    }
    radix.convert(values, n);
  }

  private void hornerDouble(int n) {
    int top = radix.digits() - 1;
    System.arraycopy(values[2 * top], 0, sums, 0, n);
    for (int k = top - 1; k >= 0; k--) {
      step(sums, radix.radix(k), values[2 * k], n);
    }
  }

  private void hornerLong(long[] results, int n) {
    int top = radix.digits() - 1;
    step(results, 0, values[2 * top], n);
    for (int k = top - 1; k >= 0; k--) {
      step(results, (long) radix.radix(k), values[2 * k], n);
    }
  }

  private static void step(double[] sums, double factor, double[] digits, int n) {
    for (int j = 0; j < n; j++) {
      sums[j] = Math.fma(sums[j], factor, digits[j]);
    }
  }

  private static void step(long[] sums, long factor, double[] digits, int n) {
    for (int j = 0; j < n; j++) {
      sums[j] = sums[j] * factor + (long) digits[j];
    }
  }

  /** The first index whose value is not {@code results[j]}; −1 if there is none. */
  private int firstOverflow(long[] results, int n) {
    hornerDouble(n);
    double[] approximations = sums;
    for (int j = 0; j < n; j++) {
      double x = approximations[j];
      if (!(Math.abs(x) < SAFE) && !(Math.abs(x - results[j]) < SAFE)) {
        return j;
      }
    }
    return -1;
  }

  private static int firstInfinite(double[] results, int n) {
    for (int j = 0; j < n; j++) {
      if (Double.isInfinite(results[j])) {
        return j;
      }
    }
    return -1;
  }

  private static OverflowException overflow(int index, int stride, BigInteger value, String bound) {
    return new OverflowException(index / stride, index % stride, value, bound);
  }
}
