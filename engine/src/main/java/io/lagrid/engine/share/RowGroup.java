package io.lagrid.engine.share;

import io.lagrid.algebra.matrix.Matrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a coefficient matrix that are zero in the same columns, without those columns. Codes
 * that give a worker several blocks have rows of which most entries are zero; group by group,
 * nothing is multiplied by these zeros. A code whose coefficients are all non-zero has one group.
 *
 * @param rows which rows of the matrix, in ascending order
 * @param columns which columns are not zero there, in ascending order
 * @param coefficients one row per row, one column per column
 */
record RowGroup(List<Integer> rows, List<Integer> columns, Matrix coefficients) {

  /** All rows of a matrix, each in one group. */
  static List<RowGroup> of(Matrix coefficients) {
    Map<BitSet, List<Integer>> rows = new LinkedHashMap<>();
    for (int row = 0; row < coefficients.rows(); row++) {
      rows.computeIfAbsent(nonZero(coefficients, row), support -> new ArrayList<>()).add(row);
    }
    List<RowGroup> groups = new ArrayList<>();
    rows.forEach((support, members) -> groups.add(group(coefficients, support, members)));
    return groups;
  }

  private static BitSet nonZero(Matrix coefficients, int row) {
    BitSet support = new BitSet(coefficients.columns());
    for (int column = 0; column < coefficients.columns(); column++) {
      support.set(column, coefficients.get(row, column) != 0);
    }
    return support;
  }

  private static RowGroup group(Matrix coefficients, BitSet support, List<Integer> rows) {
    List<Integer> columns = support.stream().boxed().toList();
    Matrix part = Matrix.zeros(rows.size(), columns.size());
    for (int i = 0; i < rows.size(); i++) {
      for (int k = 0; k < columns.size(); k++) {
        part.set(i, k, coefficients.get(rows.get(i), columns.get(k)));
      }
    }
    return new RowGroup(rows, columns, part);
  }
}
