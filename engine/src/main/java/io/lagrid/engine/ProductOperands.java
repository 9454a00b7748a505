package io.lagrid.engine;

import io.lagrid.algebra.matrix.IntegerOperand;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.algebra.matrix.SparseMatrix;
import io.lagrid.algebra.matrix.SparseOperand;
import io.lagrid.codes.Operation;
import java.util.List;

/** The door check of products: counts, kinds and shapes. */
final class ProductOperands {

  private ProductOperands() {}

  /**
   * The product that the operands make.
   *
   * @throws IllegalArgumentException if they make none; the message holds both sides
   */
  static Operation.Product check(List<? extends Operand> a, List<? extends Operand> b) {
    if (a.isEmpty() || a.size() != b.size()) {
      throw new IllegalArgumentException(
          "a batch of %d left and %d right operands".formatted(a.size(), b.size()));
    }
    Operand left = a.get(0);
    Operand right = b.get(0);
    a.forEach(other -> alike("left", left, other));
    b.forEach(other -> alike("right", right, other));
    if (left instanceof IntegerOperand != right instanceof IntegerOperand) {
      throw new IllegalArgumentException(
          "cannot multiply a %s by a %s; convert one of them"
              .formatted(left.getClass().getSimpleName(), right.getClass().getSimpleName()));
    }
    if (left.columns() != right.rows()) {
      throw new IllegalArgumentException(
          "cannot multiply %s by %s: A has %d columns, B has %d rows"
              .formatted(left.shape(), right.shape(), left.columns(), right.rows()));
    }
    a.forEach(operand -> finite("A", operand));
    b.forEach(operand -> finite("B", operand));
    representable(a, b);
    return new Operation.Product(
        a.size(),
        left.rows(),
        left.columns(),
        right.columns(),
        OperandForms.density(a),
        OperandForms.density(b));
  }

  /** Refuses sparse operands. */
  static void dense(String name, Operand operand) {
    if (operand instanceof SparseOperand) {
      throw new IllegalArgumentException(
          "%s is sparse, and only products take sparse operands; hand in its dense form"
              .formatted(name));
    }
  }

  /**
   * Refuses NaN and infinity: a code mixes the blocks of an operand, so one such entry would spoil
   * entries of the result that have nothing to do with it.
   */
  static void finite(String name, Operand operand) {
    if (operand instanceof SparseMatrix sparse
        && !finite(sparse.values(), 0, sparse.values().length)) {
      throw new IllegalArgumentException(notFinite(name, sparse));
    }
    if (!(operand instanceof Matrix matrix)) {
      return;
    }
    for (int i = 0; i < matrix.rows(); i++) {
      int start = matrix.offset() + i * matrix.stride();
      if (!finite(matrix.data(), start, start + matrix.columns())) {
        throw new IllegalArgumentException(notFinite(name, matrix, i));
      }
    }
  }

  /** Refuses doubles whose products may exceed the largest one: no worker could answer then. */
  private static void representable(List<? extends Operand> a, List<? extends Operand> b) {
    double left = largest(a);
    double right = largest(b);
    if (left * right * a.get(0).columns() > Double.MAX_VALUE) {
      throw new IllegalArgumentException(
          "A has entries up to %.1e and B up to %.1e: sums of %d such products may exceed the largest"
                  .formatted(left, right, a.get(0).columns())
              + " double, 1.8e308; scale an operand down");
    }
  }

  /** The largest magnitude of doubles; 0 if the operands hold integers. */
  private static double largest(List<? extends Operand> operands) {
    double largest = 0;
    for (Operand operand : operands) {
      if (operand instanceof SparseMatrix sparse) {
        largest = largest(sparse.values(), 0, sparse.values().length, largest);
      } else if (operand instanceof Matrix matrix) {
        for (int i = 0; i < matrix.rows(); i++) {
          int start = matrix.offset() + i * matrix.stride();
          largest = largest(matrix.data(), start, start + matrix.columns(), largest);
        }
      }
    }
    return largest;
  }

  private static double largest(double[] data, int from, int to, double atLeast) {
    double largest = atLeast;
    for (int j = from; j < to; j++) {
      largest = Math.max(largest, Math.abs(data[j]));
    }
    return largest;
  }

  /** One comparison for all entries, so that the loop has no branches. */
  private static boolean finite(double[] data, int from, int to) {
    int strange = 0;
    for (int j = from; j < to; j++) {
      strange |= Math.abs(data[j]) <= Double.MAX_VALUE ? 0 : 1; // NaN is not less than anything
    }
    return strange == 0;
  }

  private static String notFinite(String name, Matrix matrix, int row) {
    int column = 0;
    while (Double.isFinite(matrix.get(row, column))) {
      column++;
    }
    return "entry (row %d, column %d) of %s is %s; every entry must be a finite number"
        .formatted(row, column, name, matrix.get(row, column));
  }

  private static String notFinite(String name, SparseMatrix matrix) {
    int place = 0;
    while (Double.isFinite(matrix.values()[place])) {
      place++;
    }
    return "entry (row %d, column %d) of %s is %s; every entry must be a finite number"
        .formatted(
            matrix.pattern().rowIndices()[place],
            matrix.pattern().columnIndices()[place],
            name,
            matrix.values()[place]);
  }

  private static void alike(String side, Operand first, Operand other) {
    if (other.getClass() != first.getClass()
        || other.rows() != first.rows()
        || other.columns() != first.columns()) {
      throw new IllegalArgumentException(
          "%s operands of one batch differ: %s and %s".formatted(side, first, other));
    }
  }
}
