package io.lagrid.algebra.exact;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import java.util.Arrays;
import java.util.List;

/**
 * Writes the balanced residues of integers into the planes of one block.
 *
 * <p>An integer is cut into high·2^40 + low, two doubles with |high| ≤ 2^23 and |low| ≤ 2^40. Its
 * residue is that of high·(2^40 mod p) + low, whose magnitude is below 2^46, so that one reduction
 * without correction is exact (see {@link PrimeField}). All loops run over chunks in the L1 cache,
 * the same index in every array, without branches or integer divisions, so that they compile to
 * vectors; the source is read once for all planes.
 *
 * <p>Confined to one thread; good for one call.
 */
final class Splitter {

  private static final int LOW_BITS = 40;
  private static final long LOW_MASK = (1L << LOW_BITS) - 1;
  private static final double LOW_UNIT = 0x1p40;
  private static final double INTEGER_LIMIT = Math.scalb(1.0, BinaryScale.INTEGER_BITS);

  private final double[] primes;
  private final double[] units;
  private final Block target;
  private final List<Walk> walks;
  private final int rows;
  private final int columns;
  private final double[] high;
  private final double[] low;
  private final double[] residues;

  Splitter(Iterable<Field> fields, Block target, int rows, int columns) {
    this.target = target;
    this.walks = Walk.over(target, rows, columns);
    this.rows = rows;
    this.columns = columns;
    primes = new double[target.planes().size()];
    units = new double[primes.length];
    int i = 0;
    for (Field field : fields) {
      primes[i] = field.modulus();
      units[i++] = field.of(LOW_MASK + 1);
    }
    int chunk = Math.min(Walk.CHUNK, rows * columns);
    high = new double[chunk];
    low = new double[chunk];
    residues = new double[chunk];
  }

  void split(LongMatrix source) {
    Walk walk = Walk.over(source, rows, columns);
    long[] values = new long[high.length];
    for (int first = 0, n; first < rows * columns; first += n) {
      n = Math.min(high.length, rows * columns - first);
      walk.read(source.data(), first, n, values);
      cut(values, high, low, n);
      writePlanes(first, n);
    }
    pad();
  }

  void split(Matrix source, int bits) {
    Walk walk = Walk.over(source, rows, columns);
    BinaryScale scale = BinaryScale.of(bits);
    for (int first = 0, n; first < rows * columns; first += n) {
      n = Math.min(high.length, rows * columns - first);
      walk.read(source.data(), first, n, low);
      scale.apply(low, n);
      int bad = firstOutside(low, n);
      if (bad >= 0) {
        throw refusal(source, walk.index(first + bad), bits);
      }
      cut(low, high, n);
      writePlanes(first, n);
    }
    pad();
  }

  private static void cut(long[] values, double[] high, double[] low, int n) {
    for (int j = 0; j < n; j++) {
      high[j] = values[j] >> LOW_BITS;
      low[j] = values[j] & LOW_MASK;
    }
  }

  private static void cut(double[] values, double[] high, int n) {
    for (int j = 0; j < n; j++) {
      double whole = Math.rint(values[j]);
      double upper = Math.rint(whole * (1 / LOW_UNIT));
      high[j] = upper;
      values[j] = Math.fma(-LOW_UNIT, upper, whole);
    }
  }

  /** The first index whose value is NaN, infinite, or too large; −1 if there is none. */
  private static int firstOutside(double[] values, int n) {
    for (int j = 0; j < n; j++) {
      if (!(Math.abs(values[j]) < INTEGER_LIMIT)) {
        return j;
      }
    }
    return -1;
  }

  private static UnrepresentableException refusal(Matrix source, int index, int bits) {
    int row = index / source.stride();
    int column = index % source.stride();
    double value = source.data()[index];
    return Double.isFinite(value)
        ? UnrepresentableException.tooLarge(row, column, value, bits)
        : UnrepresentableException.notFinite(row, column, value);
  }

  private void writePlanes(int first, int n) {
    for (int i = 0; i < primes.length; i++) {
      reduce(high, low, residues, units[i], primes[i], n);
      walks.get(i).write(residues, target.plane(i).data(), first, n);
    }
  }

  private static void reduce(
      double[] high, double[] low, double[] residues, double unit, double prime, int n) {
    double reciprocal = 1 / prime;
    for (int j = 0; j < n; j++) {
      double x = Math.fma(high[j], unit, low[j]);
      double quotient = x * reciprocal + PrimeField.ROUNDING - PrimeField.ROUNDING;
      residues[j] = Math.fma(-prime, quotient, x);
    }
  }

  private void pad() {
    for (Matrix plane : target.planes()) {
      for (int i = 0; i < plane.rows(); i++) {
        int row = plane.offset() + i * plane.stride();
        Arrays.fill(plane.data(), row + (i < rows ? columns : 0), row + plane.columns(), 0);
      }
    }
  }
}
