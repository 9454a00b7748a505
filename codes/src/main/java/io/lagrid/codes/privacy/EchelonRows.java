package io.lagrid.codes.privacy;

import io.lagrid.algebra.field.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A stack of linearly independent rows over an exact field, each reduced by those below it and
 * scaled to 1 at its pivot. Confined to one thread.
 */
final class EchelonRows {

  private final Field field;
  private final int columns;
  private final List<double[]> rows = new ArrayList<>();
  private final List<Integer> pivots = new ArrayList<>();

  EchelonRows(Field field, int columns) {
    this.field = field;
    this.columns = columns;
  }

  /**
   * Adds a row if it does not depend on those below it.
   *
   * @param row not modified
   * @return whether it was added
   */
  boolean push(double[] row) {
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

  /** Whether {@link #push} would add the row. */
  boolean independent(double[] row) {
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
