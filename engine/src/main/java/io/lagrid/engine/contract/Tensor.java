package io.lagrid.engine.contract;

import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.engine.Lagrid;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers with any number of axes, the last of which varies fastest. Immutable, as long as nobody
 * writes the entries.
 *
 * @param sides the length of every axis; none for a single number
 * @param entries as many entries as the sides multiply to, row by row; retained
 */
public record Tensor(List<Integer> sides, Operand entries) {

  /** Copies the sides; checks the number of entries and that there are some. */
  public Tensor {
    sides = List.copyOf(sides);
    Lagrid.requireDense("a tensor's matrix of entries", entries);
    long count = 1;
    for (int side : sides) {
      count = Math.multiplyExact(count, side);
    }
    if (count != (long) entries.rows() * entries.columns() || count < 1) {
      throw new IllegalArgumentException(
          "a tensor of sides %s has %d entries, at least 1; a %s matrix does not fit"
              .formatted(sides, count, entries.shape()));
    }
  }

  /**
   * A tensor of doubles.
   *
   * @param entries retained
   */
  public static Tensor of(double[] entries, Integer... sides) {
    return new Tensor(List.of(sides), Matrix.of(1, entries.length, entries));
  }

  /**
   * A tensor of longs.
   *
   * @param entries retained
   */
  public static Tensor of(long[] entries, Integer... sides) {
    return new Tensor(List.of(sides), LongMatrix.of(1, entries.length, entries));
  }

  /** The number of axes. */
  public int rank() {
    return sides.size();
  }

  /** The distance between neighbours along every axis. */
  int[] strides() {
    int[] strides = new int[rank()];
    int stride = 1;
    for (int axis = rank() - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= sides.get(axis);
    }
    return strides;
  }

  /**
   * The matrix whose entry number n, row by row, is the sum of the entries at places[n] +
   * offsets[j] over all j: axes permuted, diagonals taken, axes summed over.
   *
   * @throws ArithmeticException if a sum of longs leaves int64
   */
  Operand gathered(int rows, int[] places, int[] offsets) {
    int columns = places.length / rows;
    if (entries instanceof LongMatrix longs) {
      long[] data = longs.toArray();
      long[] result = new long[places.length];
      Arrays.setAll(result, n -> sum(data, places[n], offsets));
      return LongMatrix.of(rows, columns, result);
    }
    double[] data = ((Matrix) entries).toArray();
    double[] result = new double[places.length];
    Arrays.setAll(result, n -> sum(data, places[n], offsets));
    return Matrix.of(rows, columns, result);
  }

  private static long sum(long[] data, int place, int[] offsets) {
    long sum = 0;
    for (int offset : offsets) {
      sum = Math.addExact(sum, data[place + offset]);
    }
    return sum;
  }

  /** With a running compensation (Neumaier 1974), so that the sum is as good as rounded once. */
  private static double sum(double[] data, int place, int[] offsets) {
    double sum = 0;
    double lost = 0;
    for (int offset : offsets) {
      double term = data[place + offset];
      double next = sum + term;
      lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
      sum = next;
    }
    return sum + lost;
  }
}
