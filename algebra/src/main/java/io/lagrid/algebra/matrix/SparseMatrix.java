package io.lagrid.algebra.matrix;

import java.util.Arrays;

/**
 * A matrix of doubles in compressed rows. Immutable, as long as nobody writes to the arrays it
 * shares; thread-safe.
 */
public final class SparseMatrix implements RealOperand, SparseOperand {

  private final SparsityPattern pattern;
  private final double[] values;

  private SparseMatrix(SparsityPattern pattern, double[] values) {
    this.pattern = pattern;
    this.values = values;
  }

  /**
   * A matrix with these values at the places of a pattern.
   *
   * @param values one per place; retained, not copied
   */
  public static SparseMatrix of(SparsityPattern pattern, double[] values) {
    pattern.requireEntries(values.length);
    return new SparseMatrix(pattern, values);
  }

  /**
   * A matrix from a list of entries in any order; entries listed twice are added.
   *
   * @param rowOf of each entry its row; not modified
   * @param columnOf of each entry its column; not modified
   * @param values of each entry its value; not modified
   */
  public static SparseMatrix ofEntries(
      int rows, int columns, int[] rowOf, int[] columnOf, double[] values) {
    Coordinates sorted = Coordinates.sorted(rows, columns, rowOf, columnOf, values.length);
    double[] held = new double[sorted.pattern().entries()];
    for (int k = 0; k < values.length; k++) {
      int place = sorted.place(k);
      held[place] = held[place] == 0 ? values[k] : held[place] + values[k]; // keeps −0
    }
    return new SparseMatrix(sorted.pattern(), held);
  }

  @Override
  public SparsityPattern pattern() {
    return pattern;
  }

  /** The values, place by place; shared, not to be modified. */
  public double[] values() {
    return values;
  }

  /** Entry (row, column). */
  public double get(int row, int column) {
    int place = pattern.place(row, column);
    return place < 0 ? 0 : values[place];
  }

  @Override
  public SparseMatrix transpose() {
    Coordinates sorted = Coordinates.transposed(pattern);
    return new SparseMatrix(sorted.pattern(), sorted.placed(values));
  }

  @Override
  public SparseMatrix in(SparsityPattern.Window window) {
    return new SparseMatrix(window.pattern(), window.of(values));
  }

  @Override
  public Matrix dense() {
    pattern.requireSmall();
    Matrix dense = Matrix.zeros(rows(), columns());
    int[] rowOf = pattern.rowIndices();
    for (int k = 0; k < values.length; k++) {
      dense.set(rowOf[k], pattern.columnIndices()[k], values[k]);
    }
    return dense;
  }

  /** Equality of shape, places and values (doubles compared by value of their bits). */
  @Override
  public boolean equals(Object other) {
    return other instanceof SparseMatrix matrix
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
    return "SparseMatrix, " + pattern;
  }
}
