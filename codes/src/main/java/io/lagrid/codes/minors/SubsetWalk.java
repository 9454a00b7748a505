package io.lagrid.codes.minors;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * Visits every set of row groups that makes a square submatrix, and asks whether its rows are
 * independent. Sets with the same first groups share their elimination, so that a set of c rows
 * costs O(c²) instead of O(c³). Confined to one thread; good for one walk.
 */
final class SubsetWalk {

  private final Matrix matrix;
  private final int groupSize;
  private final int wanted;
  private final EchelonRows echelon;
  private final List<Integer> chosen = new ArrayList<>();
  private long leaves;

  SubsetWalk(Matrix matrix, Field field, int groupSize) {
    this.matrix = matrix;
    this.groupSize = groupSize;
    this.wanted = matrix.columns() / groupSize;
    this.echelon = new EchelonRows(field, matrix.columns());
  }

  /** Walks until a dependent set is found or none is left. */
  boolean allInvertible() {
    return walk(0);
  }

  /** How many sets were visited. */
  long leaves() {
    return leaves;
  }

  /** The dependent set, filled up to the full number of groups; defined if the walk found one. */
  List<Integer> chosen() {
    List<Integer> groups = new ArrayList<>(chosen);
    for (int group = 0; groups.size() < wanted; group++) {
      if (!groups.contains(group)) {
        groups.add(group);
      }
    }
    return groups.stream().sorted().toList();
  }

  private boolean walk(int first) {
    int missing = wanted - chosen.size();
    for (int group = first; group <= matrix.rows() / groupSize - missing; group++) {
      chosen.add(group);
      if (!(missing == 1 ? leaf(group) : inner(group))) {
        return false;
      }
      chosen.remove(chosen.size() - 1);
    }
    return true;
  }

  private boolean leaf(int group) {
    leaves++;
    if (!push(group, groupSize - 1) || !echelon.independent(row(group, groupSize - 1))) {
      return false;
    }
    pop(groupSize - 1);
    return true;
  }

  private boolean inner(int group) {
    if (!push(group, groupSize) || !walk(group + 1)) {
      return false;
    }
    pop(groupSize);
    return true;
  }

  private boolean push(int group, int rows) {
    boolean independent = true;
    for (int i = 0; i < rows && independent; i++) {
      independent = echelon.push(row(group, i));
    }
    return independent;
  }

  private void pop(int rows) {
    for (int i = 0; i < rows; i++) {
      echelon.pop();
    }
  }

  private double[] row(int group, int index) {
    return EchelonRows.row(matrix, group * groupSize + index);
  }
}
