package io.lagrid.algebra.matrix;

import java.util.Arrays;

/**
 * A matrix of longs in compressed rows. Immutable, as long as nobody writes to the arrays it
 * shares; thread-safe.
 */
public final class SparseLongMatrix implements IntegerOperand, SparseOperand {

  private final SparsityPattern pattern;
  private final long[] values;

  private SparseLongMatrix(SparsityPattern pattern, long[] values) {
    this.pattern = pattern;
    this.values = values;
  }

  /**
   * A matrix with these values at the places of a pattern.
   *
   * @param values one per place; retained, not copied
   */
  public static SparseLongMatrix of(SparsityPattern pattern, long[] values) {
    pattern.requireEntries(values.length);
    return new SparseLongMatrix(pattern, values);
  }

  /**
   * A matrix from a list of entries in any order; entries listed twice are added.
   *
   * @param rowOf of each entry its row; not modified
   * @param columnOf of each entry its column; not modified
   * @param values of each entry its value; not modified
   * @throws ArithmeticException if a sum does not fit in 64 bits
   */
  public static SparseLongMatrix ofEntries(
      int rows, int columns, int[] rowOf, int[] columnOf, long[] values) {
    Coordinates sorted = Coordinates.sorted(rows, columns, rowOf, columnOf, values.length);
    long[] held = new long[sorted.pattern().entries()];
    for (int k = 0; k < values.length; k++) {
      int place = sorted.place(k);
      held[place] = Math.addExact(held[place], values[k]);
    }
    return new SparseLongMatrix(sorted.pattern(), held);
  }

  @Override
  public SparsityPattern pattern() {
    return pattern;
  }

  /** The values, place by place; shared, not to be modified. */
  public long[] values() {
    return values;
  }

  /** Entry (row, column). */
  public long get(int row, int column) {
    int place = pattern.place(row, column);
    return place < 0 ? 0 : values[place];
  }

  /** The same numbers as doubles, each rounded to the nearest one. */
  public SparseMatrix toDoubles() {
    return SparseMatrix.of(pattern, Arrays.stream(values).asDoubleStream().toArray());
  }

  @Override
  public SparseLongMatrix transpose() {
    Coordinates sorted = Coordinates.transposed(pattern);
    return new SparseLongMatrix(sorted.pattern(), sorted.placed(values));
  }

  @Override
  public SparseLongMatrix in(SparsityPattern.Window window) {
    return new SparseLongMatrix(window.pattern(), window.of(values));
  }

  @Override
  public LongMatrix dense() {
    pattern.requireSmall();
    LongMatrix dense = LongMatrix.zeros(rows(), columns());
    int[] rowOf = pattern.rowIndices();
    for (int k = 0; k < values.length; k++) {
      dense.set(rowOf[k], pattern.columnIndices()[k], values[k]);
    }
    return dense;
  }

  /** Equality of shape, places and values. */
  @Override
  public boolean equals(Object other) {
    return other instanceof SparseLongMatrix matrix
        && matrix.pattern.equals(pattern)
        && Arrays.equals(matrix.values, values);
  }

  @Override
  public int hashCode() {
    return 31 * pattern.hashCode() + Arrays.hashCode(values);
  }

  /** The shape and the number of entries. */
  @Override
  public String toString() {
    return "SparseLongMatrix, " + pattern;
  }
}
