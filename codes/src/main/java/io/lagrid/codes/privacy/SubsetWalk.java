package io.lagrid.codes.privacy;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * Visits every set of T rows of an N×T matrix and asks whether they are independent. Sets with the
 * same first rows share their elimination, so that a set costs O(T²) instead of O(T³). Confined to
 * one thread; good for one walk.
 */
final class SubsetWalk {

  private final Matrix matrix;
  private final EchelonRows echelon;
  private final List<Integer> chosen = new ArrayList<>();
  private long leaves;

  SubsetWalk(Matrix matrix, Field field) {
    this.matrix = matrix;
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

  /** The dependent set, filled up to T rows; defined if the walk found one. */
  List<Integer> chosen() {
    List<Integer> workers = new ArrayList<>(chosen);
    for (int worker = 0; workers.size() < matrix.columns(); worker++) {
      if (!workers.contains(worker)) {
        workers.add(worker);
      }
    }
    return workers.stream().sorted().toList();
  }

  private boolean walk(int first) {
    int missing = matrix.columns() - chosen.size();
    for (int worker = first; worker <= matrix.rows() - missing; worker++) {
      chosen.add(worker);
      if (!(missing == 1 ? leaf(worker) : inner(worker))) {
        return false;
      }
      chosen.remove(chosen.size() - 1);
    }
    return true;
  }

  private boolean leaf(int worker) {
    leaves++;
    return echelon.independent(PrivacyCheck.row(matrix, worker));
  }

  private boolean inner(int worker) {
    if (!echelon.push(PrivacyCheck.row(matrix, worker)) || !walk(worker + 1)) {
      return false;
    }
    echelon.pop();
    return true;
  }
}
