package io.lagrid.algebra.exact;

import io.lagrid.algebra.matrix.IntegerOperand;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.algebra.matrix.SparseLongMatrix;
import io.lagrid.algebra.matrix.SparseMatrix;
import io.lagrid.algebra.matrix.SparseOperand;

/**
 * Measures an operand in one pass over its entries, in chunks; refuses what is not finite. Only if
 * the largest magnitude is so extreme that squares may have overflowed, or vanished although they
 * matter, a second pass measures the scaled entries.
 *
 * <p>Sums of n non-negative doubles in any order are off by at most n roundings; the results are
 * moved by (n + 16)·2^−52 to become bounds.
 *
 * <p>Confined to one thread; good for one operand.
 */
final class Profiler {

  /** Squares of magnitudes with exponents up to this, and their sums, are doubles. */
  private static final int SAFE_EXPONENT = 400;

  private final Operand operand;
  private final boolean byRows;
  private final DyadicGrid grid = new DyadicGrid();
  private final double[] chunk = new double[Walk.CHUNK];
  private final long[] longs = new long[Walk.CHUNK];

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
    LineNorms norms = measure(BinaryScale.of(0));
    double max = norms.max();
    if (!(max <= Double.MAX_VALUE)) {
      throw notFinite();
    }
    int exponent = max == 0 ? 0 : exponent(max);
    if (Math.abs(exponent) <= SAFE_EXPONENT) {
      return profile(norms, exponent, BinaryScale.of(-exponent));
    }
    return profile(measure(BinaryScale.of(-exponent)), exponent, BinaryScale.of(0));
  }

  private OperandProfile profile(LineNorms norms, int exponent, BinaryScale rest) {
    boolean integers = operand instanceof IntegerOperand;
    boolean zero = norms.max() == 0;
    double slack = ((double) operand.rows() * operand.columns() + 16) * 0x1p-52;
    return new OperandProfile(
        integers,
        exponent,
        integers || zero ? 0 : grid.bits(exponent),
        norms.nonZeros(),
        byRows ? operand.columns() : operand.rows(),
        rest.apply(norms.max()) * (1 + slack),
        rest.apply(norms.largestSum()) * (1 + slack),
        rest.apply(Math.sqrt(norms.largestSquare())) * (1 + slack),
        rest.apply(Math.sqrt(norms.totalSquare())) * (1 - slack));
  }

  /** ⌊log2 x⌋ for x &gt; 0, also for subnormal numbers. */
  private static int exponent(double x) {
    return x < Double.MIN_NORMAL ? Math.getExponent(x * 0x1p54) - 54 : Math.getExponent(x);
  }

  private UnrepresentableException notFinite() {
    if (operand instanceof SparseMatrix sparse) {
      int place = 0;
      while (Double.isFinite(sparse.values()[place])) {
        place++;
      }
      int row = sparse.pattern().rowIndices()[place];
      int column = sparse.pattern().columnIndices()[place];
      return UnrepresentableException.notFinite(row, column, sparse.values()[place]);
    }
    Matrix matrix = (Matrix) operand;
    int entry = 0;
    int columns = matrix.columns();
    while (Double.isFinite(matrix.get(entry / columns, entry % columns))) {
      entry++;
    }
    int row = entry / columns;
    int column = entry % columns;
    return UnrepresentableException.notFinite(row, column, matrix.get(row, column));
  }

  private LineNorms measure(BinaryScale scale) {
    if (operand.rows() == 0 || operand.columns() == 0) {
      return new LineNorms(1);
    }
    if (operand instanceof SparseOperand sparse) {
      return lines(sparse, scale);
    }
    return byRows ? rows(scale) : columns(scale);
  }

  /** Each row of a sparse matrix, or each column, which is a row of its transpose. */
  private LineNorms lines(SparseOperand sparse, BinaryScale scale) {
    SparseOperand lying = byRows ? sparse : sparse.transpose();
    int[] starts = lying.pattern().starts();
    int longest = 1;
    for (int i = 0; i < lying.rows(); i++) {
      longest = Math.max(longest, Math.min(Walk.CHUNK, starts[i + 1] - starts[i]));
    }
    LineNorms norms = new LineNorms(longest);
    for (int i = 0; i < lying.rows(); i++) {
      for (int from = starts[i], n; from < starts[i + 1]; from += n) {
        n = Math.min(longest, starts[i + 1] - from);
        load(lying, from, n, scale);
        norms.addExtremes(chunk, n);
        norms.addToLanes(chunk, n);
      }
      norms.endLanes(1);
    }
    return norms;
  }

  private void load(SparseOperand lying, int from, int n, BinaryScale scale) {
    if (lying instanceof SparseMatrix matrix) {
      System.arraycopy(matrix.values(), from, chunk, 0, n);
      grid.add(chunk, n);
    } else if (lying instanceof SparseLongMatrix matrix) {
      for (int j = 0; j < n; j++) {
        chunk[j] = matrix.values()[from + j];
      }
    }
    scale.apply(chunk, n);
  }

  /** A long row in pieces, or several short rows at a time. */
  private LineNorms rows(BinaryScale scale) {
    int columns = operand.columns();
    int entries = operand.rows() * columns;
    Walk walk = walk(0, columns);
    boolean wide = columns >= Walk.CHUNK;
    LineNorms norms = new LineNorms(Walk.CHUNK);
    for (int first = 0, n; first < entries; first += n) {
      int rest = wide ? columns - first % columns : entries - first;
      n = Math.min(rest, wide ? Walk.CHUNK : Walk.CHUNK / columns * columns);
      load(walk, first, n, scale);
      norms.addExtremes(chunk, n);
      if (!wide) {
        norms.addLines(chunk, n, columns);
      } else {
        norms.addToLanes(chunk, n);
        if (n == rest) {
          norms.endLanes(1);
        }
      }
    }
    return norms;
  }

  /** Columns in strips; several rows of a narrow strip fill the chunk and are folded at its end. */
  private LineNorms columns(BinaryScale scale) {
    LineNorms norms = new LineNorms(Walk.CHUNK);
    int width;
    for (int column = 0; column < operand.columns(); column += width) {
      width = Math.min(Walk.CHUNK, operand.columns() - column);
      Walk walk = walk(column, width);
      int entries = operand.rows() * width;
      for (int first = 0, n; first < entries; first += n) {
        n = Math.min(Walk.CHUNK / width * width, entries - first);
        load(walk, first, n, scale);
        norms.addExtremes(chunk, n);
        norms.addToLanes(chunk, n);
      }
      norms.endLanes(width);
    }
    return norms;
  }

  private Walk walk(int column, int width) {
    int rows = operand.rows();
    return operand instanceof Matrix matrix
        ? Walk.over(matrix.block(0, column, rows, width), rows, width)
        : Walk.over(((LongMatrix) operand).block(0, column, rows, width), rows, width);
  }

  private void load(Walk walk, int first, int n, BinaryScale scale) {
    if (operand instanceof Matrix matrix) {
      walk.read(matrix.data(), first, n, chunk);
      grid.add(chunk, n);
    } else if (operand instanceof LongMatrix matrix) {
      walk.read(matrix.data(), first, n, longs);
      for (int j = 0; j < n; j++) {
        chunk[j] = longs[j];
      }
    }
    scale.apply(chunk, n);
  }

  /**
   * Finds the coarsest grid 2^−bits·ℤ that holds every number seen, if it is one that fixed point
   * can use. Integers held in doubles, pixel values and the like lie on coarse grids; for measured
   * numbers the search ends after a few of them.
   *
   * <p>Confined to one thread.
   */
  static final class DyadicGrid {

    private static final int MANTISSA_BITS = 52;
    private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;

    private int bits = Integer.MIN_VALUE;
    private int largest = Integer.MIN_VALUE;
    private boolean lost;
    private BinaryScale scale = BinaryScale.of(0);

    /**
     * Takes note of finite numbers.
     *
     * @param values not modified
     */
    void add(double[] values, int length) {
      for (int j = 0; !lost && (j = next(values, j, length)) < length; j++) {
        bits = Math.max(bits, fractionalBits(values[j]));
        largest = Math.max(largest, Math.getExponent(values[j]));
        scale = BinaryScale.of(bits);
        lost = !fits(largest);
      }
    }

    /**
     * The grid's bits if numbers of the given exponent fit it, else {@link OperandProfile#NONE}.
     */
    int bits(int exponent) {
      return lost || !fits(exponent) ? OperandProfile.NONE : bits;
    }

    private boolean fits(int exponent) {
      return (long) bits + exponent <= BinaryScale.INTEGER_BITS - 2;
    }

    /** The next index whose number is off the grid. */
    private int next(double[] values, int from, int length) {
      if (bits == Integer.MIN_VALUE) {
        return firstNonZero(values, from, length);
      }
      double a = scale.first();
      double b = scale.second();
      for (int j = from; j < length; j++) {
        double x = values[j] * a * b;
        if (x != Math.rint(x) || (x == 0 && values[j] != 0)) {
          return j;
        }
      }
      return length;
    }

    private static int firstNonZero(double[] values, int from, int length) {
      int j = from;
      while (j < length && values[j] == 0) {
        j++;
      }
      return j;
    }

    /** The fewest fractional bits of a finite, non-zero number. */
    static int fractionalBits(double x) {
      long raw = Double.doubleToRawLongBits(x);
      int exponent = Math.max(Double.MIN_EXPONENT, Math.getExponent(x));
      boolean normal = Math.getExponent(x) >= Double.MIN_EXPONENT;
      long mantissa = (raw & MANTISSA) | (normal ? MANTISSA + 1 : 0);
      return MANTISSA_BITS - exponent - Long.numberOfTrailingZeros(mantissa);
    }
  }
}
