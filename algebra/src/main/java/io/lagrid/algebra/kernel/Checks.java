package io.lagrid.algebra.kernel;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.matrix.Matrix;
import java.util.List;

/** What the facade checks of its arguments. */
final class Checks {
  private Checks() {}

  static void product(Matrix a, Matrix b, Matrix c) {
    if (a.columns() != b.rows() || c.rows() != a.rows() || c.columns() != b.columns()) {
      throw new IllegalArgumentException(
          "the product of a %s and a %s matrix does not fit a %s one"
              .formatted(a.shape(), b.shape(), c.shape()));
    }
    if (Overlap.between(a, c) || Overlap.between(b, c)) {
      throw new IllegalArgumentException(
          "the %s product shares entries with an operand".formatted(c.shape()));
    }
  }

  static void combination(Matrix coefficients, List<Matrix> blocks, List<Matrix> targets) {
    if (coefficients.rows() != targets.size() || coefficients.columns() != blocks.size()) {
      throw new IllegalArgumentException(
          "%s coefficients do not turn %d blocks into %d targets"
              .formatted(coefficients.shape(), blocks.size(), targets.size()));
    }
    if (targets.isEmpty()) {
      return;
    }
    Matrix model = targets.get(0);
    sameShape(model, "block", blocks);
    sameShape(model, "target", targets);
    for (int i = 0; i < targets.size(); i++) {
      distinct(targets, i, targets.subList(0, i), "target");
      distinct(targets, i, blocks, "block");
    }
  }

  private static void sameShape(Matrix model, String role, List<Matrix> matrices) {
    for (int i = 0; i < matrices.size(); i++) {
      Matrix matrix = matrices.get(i);
      if (matrix.rows() != model.rows() || matrix.columns() != model.columns()) {
        throw new IllegalArgumentException(
            "%s %d is %s, target 0 is %s".formatted(role, i, matrix.shape(), model.shape()));
      }
    }
  }

  private static void distinct(List<Matrix> targets, int i, List<Matrix> others, String role) {
    for (int k = 0; k < others.size(); k++) {
      if (Overlap.between(targets.get(i), others.get(k))) {
        throw new IllegalArgumentException(
            "target %d shares entries with %s %d".formatted(i, role, k));
      }
    }
  }

  /** Always true; fails where an entry is not a canonical element of the field. For assertions. */
  static boolean canonical(Field field, List<Matrix> matrices) {
    if (field instanceof PrimeField prime) {
      for (Matrix matrix : matrices) {
        for (int i = 0; i < matrix.rows(); i++) {
          for (int j = 0; j < matrix.columns(); j++) {
            double entry = matrix.data()[matrix.offset() + i * matrix.stride() + j];
            if (!prime.contains(entry)) {
              throw new AssertionError(
                  "entry (%d, %d) = %s is no element of %s".formatted(i, j, entry, prime));
            }
          }
        }
      }
    }
    return true;
  }
}
