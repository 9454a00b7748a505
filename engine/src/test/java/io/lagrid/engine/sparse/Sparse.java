package io.lagrid.engine.sparse;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.SparseLongMatrix;
import io.lagrid.algebra.matrix.SparseMatrix;
import java.util.Arrays;

/** Sparse operands: at random, and the graph of Les Misérables. */
public final class Sparse {

  private Sparse() {}

  /** So many entries of magnitude at most {@code bound}, at random places; some may coincide. */
  public static SparseLongMatrix longs(
      int rows, int columns, int count, int bound, Randomness random) {
    long[] values = new long[count];
    Arrays.setAll(values, e -> random.nextInt(2 * bound + 1) - (long) bound);
    return SparseLongMatrix.ofEntries(
        rows, columns, indices(count, rows, random), indices(count, columns, random), values);
  }

  /** So many entries uniform in [−1, 1), at random places. */
  static SparseMatrix doubles(int rows, int columns, int count, Randomness random) {
    double[] values = new double[count];
    Arrays.setAll(values, e -> 2 * random.nextDouble() - 1);
    return SparseMatrix.ofEntries(
        rows, columns, indices(count, rows, random), indices(count, columns, random), values);
  }

  private static int[] indices(int count, int bound, Randomness random) {
    int[] indices = new int[count];
    Arrays.setAll(indices, e -> random.nextInt(bound));
    return indices;
  }

  /** The row of each of these is the only entry of a column, a one: what an embedding looks up. */
  static SparseLongMatrix oneHot(int rows, int... wanted) {
    int[] columns = new int[wanted.length];
    Arrays.setAll(columns, k -> k);
    long[] ones = new long[wanted.length];
    Arrays.fill(ones, 1);
    return SparseLongMatrix.ofEntries(rows, wanted.length, wanted, columns, ones);
  }
}
