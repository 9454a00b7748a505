package io.lagrid.codes.minors;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.matrix.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A stack of linearly independent rows over an exact field, each reduced by those below it and
 * scaled to 1 at its pivot. A row costs O(rows·columns). Confined to one thread.
 */
public final class EchelonRows {

  private final Field field;
  private final int columns;
  private final List<double[]> rows = new ArrayList<>();
  private final List<Integer> pivots = new ArrayList<>();

  /** An empty stack for rows of so many entries. */
  public EchelonRows(Field field, int columns) {
    this.field = field;
    this.columns = columns;
  }

  /**
   * Adds a row if it does not depend on those below it.
   *
   * @param row not modified
   * @return whether it was added
   */
  public boolean push(double[] row) {
    double[] reduced = reduce(row);
    int pivot = 0;
    while (pivot < columns && reduced[pivot] == 0) {
      pivot++;
    }
    if (pivot == columns) {
      return false;
    }
    double scale = field.inverse(reduced[pivot]);
    for (int j = pivot; j < columns; j++) {
      reduced[j] = field.multiply(scale, reduced[j]);
    }
    rows.add(reduced);
    pivots.add(pivot);
    return true;
  }

  /** How many rows there are: the rank of all rows offered, if none was removed. */
  public int size() {
    return rows.size();
  }

  /** An independent copy. */
  public EchelonRows copy() {
    EchelonRows copy = new EchelonRows(field, columns);
    copy.rows.addAll(rows);
    copy.pivots.addAll(pivots);
    return copy;
  }

  /**
   * Whether {@link #push} would add the row.
   *
   * @param row not modified
   */
  public boolean independent(double[] row) {
    for (double entry : reduce(row)) {
      if (entry != 0) {
        return true;
      }
    }
    return false;
  }

  /** Removes the row added last. */
  void pop() {
    rows.remove(rows.size() - 1);
    pivots.remove(pivots.size() - 1);
  }

  /** A copy of one row of a matrix. */
  public static double[] row(Matrix matrix, int index) {
    int from = matrix.offset() + index * matrix.stride();
    return Arrays.copyOfRange(matrix.data(), from, from + matrix.columns());
  }

  private double[] reduce(double[] row) {
    double[] reduced = Arrays.copyOf(row, columns);
    for (int i = 0; i < rows.size(); i++) {
      double[] below = rows.get(i);
      double factor = reduced[pivots.get(i)];
      if (factor != 0) {
        for (int j = 0; j < columns; j++) {
          reduced[j] = field.subtract(reduced[j], field.multiply(factor, below[j]));
        }
      }
    }
    return reduced;
  }
}
