package io.lagrid.algebra.exact;

import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;

/**
 * Measures an operand in two passes: the first finds the largest magnitude, the non-zeros and the
 * grid, and refuses what is not finite; the second computes norms of the scaled entries, so that
 * squares neither overflow nor underflow.
 *
 * <p>Sums of n non-negative doubles in any order are off by at most n roundings; the results are
 * moved by (n + 16)·2^−52 to become bounds.
 *
 * <p>Confined to one thread; good for one operand.
 */
final class Profiler {

  private final Operand operand;
  private final boolean byRows;
  private final DyadicGrid grid = new DyadicGrid();
  private final double[] chunk = new double[Walk.CHUNK];
  private final long[] longs = new long[Walk.CHUNK];
  private int nonZeros;
  private double max;

  private Profiler(Operand operand, boolean byRows) {
    this.operand = operand;
    this.byRows = byRows;
  }

  /** The profile of a left operand, whose lines are rows. */
  static OperandProfile ofLeft(Operand operand) {
    return new Profiler(operand, true).profile();
  }

  /** The profile of a right operand, whose lines are columns. */
  static OperandProfile ofRight(Operand operand) {
    return new Profiler(operand, false).profile();
  }

  private OperandProfile profile() {
    survey();
    boolean integers = operand instanceof LongMatrix;
    int lineLength = byRows ? operand.columns() : operand.rows();
    int exponent = max == 0 ? 0 : exponent(max);
    int exactBits = integers || max == 0 ? 0 : grid.bits(exponent);
    BinaryScale scale = BinaryScale.of(-exponent);
    LineNorms norms = byRows ? rowNorms(scale) : columnNorms(scale);
    double slack = ((double) operand.rows() * operand.columns() + 16) * 0x1p-52;
    return new OperandProfile(
        integers,
        exponent,
        exactBits,
        nonZeros,
        lineLength,
        scale.apply(max) * (1 + slack),
        norms.largestSum() * (1 + slack),
        Math.sqrt(norms.largestSquare()) * (1 + slack),
        Math.sqrt(norms.totalSquare()) * (1 - slack));
  }

  /** ⌊log2 x⌋ for x &gt; 0, also for subnormal numbers. */
  private static int exponent(double x) {
    return x < Double.MIN_NORMAL ? Math.getExponent(x * 0x1p54) - 54 : Math.getExponent(x);
  }

  private void survey() {
    int columns = operand.columns();
    int entries = operand.rows() * columns;
    for (int first = 0, n; first < entries; first += n) {
      n = Math.min(Walk.CHUNK, entries - first);
      read(0, columns, first, n);
      double largest = largest(chunk, n);
      if (!(largest <= Double.MAX_VALUE)) {
        throw notFinite(first, n);
      }
      max = Math.max(max, largest);
      nonZeros += countNonZeros(chunk, n);
      grid.add(chunk, n);
    }
  }

  private UnrepresentableException notFinite(int first, int n) {
    int j = 0;
    while (j < n - 1 && Double.isFinite(chunk[j])) {
      j++;
    }
    int entry = first + j;
    int columns = operand.columns();
    return UnrepresentableException.notFinite(entry / columns, entry % columns, chunk[j]);
  }

  private LineNorms rowNorms(BinaryScale scale) {
    LineNorms norms = new LineNorms(1);
    int columns = operand.columns();
    int entries = operand.rows() * columns;
    for (int first = 0, n; first < entries; first += n) {
      n = Math.min(Walk.CHUNK, entries - first);
      read(0, columns, first, n);
      scale.apply(chunk, n);
      for (int j = 0, end; j < n; j = end) {
        int rest = columns - (first + j) % columns;
        end = Math.min(n, j + rest);
        norms.addToLine(chunk, j, end);
        if (end == j + rest) {
          norms.endLine();
        }
      }
    }
    return norms;
  }

  /** Columns in strips; several rows of a narrow strip fill the chunk and are folded at its end. */
  private LineNorms columnNorms(BinaryScale scale) {
    int strip = Math.min(Walk.CHUNK, Math.max(1, operand.columns()));
    int lanes = Walk.CHUNK / strip * strip;
    LineNorms norms = new LineNorms(lanes);
    for (int column = 0; column < operand.columns(); column += strip) {
      int width = Math.min(strip, operand.columns() - column);
      int step = lanes / width * width;
      int entries = operand.rows() * width;
      for (int first = 0, n; first < entries; first += n) {
        n = Math.min(step, entries - first);
        read(column, width, first, n);
        scale.apply(chunk, n);
        norms.addToLanes(chunk, n);
      }
      norms.endLanes(width);
    }
    return norms;
  }

  /** Reads entries of the columns from {@code column} on, counted row by row over those columns. */
  private void read(int column, int width, int first, int n) {
    if (operand instanceof Matrix matrix) {
      Matrix view = matrix.block(0, column, matrix.rows(), width);
      Walk.over(view, view.rows(), width).read(view.data(), first, n, chunk);
    } else if (operand instanceof LongMatrix matrix) {
      LongMatrix view = matrix.block(0, column, matrix.rows(), width);
      Walk.over(view, view.rows(), width).read(view.data(), first, n, longs);
      for (int j = 0; j < n; j++) {
        chunk[j] = longs[j];
      }
    }
  }

  /** The largest magnitude; NaN or infinity if there is one. */
  private static double largest(double[] values, int n) {
    double a = 0;
    double b = 0;
    for (int j = 0; j + 1 < n; j += 2) {
      a = Math.max(a, Math.abs(values[j]));
      b = Math.max(b, Math.abs(values[j + 1]));
    }
    return Math.max(Math.max(a, b), Math.abs(values[n - 1]));
  }

  private static int countNonZeros(double[] values, int n) {
    int count = 0;
    for (int j = 0; j < n; j++) {
      count += values[j] != 0 ? 1 : 0;
    }
    return count;
  }
}
