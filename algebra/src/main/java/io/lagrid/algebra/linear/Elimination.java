package io.lagrid.algebra.linear;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.matrix.Matrix;
import java.util.Arrays;

/**
 * Gaussian elimination on rows held in arrays of their own, for both kinds of field in one text.
 *
 * <p>The pivot of a column is its entry of largest magnitude, which over the reals is partial
 * pivoting and over GF(p) just one non-zero entry. Over GF(p) a row update is a fused multiply–add
 * without reduction; everything below the pivots is reduced once per {@link Field#panelDepth()}
 * updates, and what a step reads (its pivot column and pivot row) is reduced before it is read.
 *
 * <p>Confined to one thread.
 */
final class Elimination {

  private final Field field;
  private final double[][] rows;
  private final int width;
  private int pending;
  private boolean oddSwaps;

  private Elimination(Field field, double[][] rows, int width) {
    this.field = field;
    this.rows = rows;
    this.width = width;
  }

  /** Elimination on a copy of {@code a}. */
  static Elimination of(Field field, Matrix a) {
    return augmented(field, a, Matrix.zeros(a.rows(), 0));
  }

  /** Elimination on a copy of (a | b), two matrices with equally many rows. */
  static Elimination augmented(Field field, Matrix a, Matrix b) {
    int width = a.columns() + b.columns();
    double[][] rows = new double[a.rows()][width];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(a.data(), a.offset() + i * a.stride(), rows[i], 0, a.columns());
      System.arraycopy(b.data(), b.offset() + i * b.stride(), rows[i], a.columns(), b.columns());
    }
    return new Elimination(field, rows, width);
  }

  /**
   * Brings the pivot of {@code column} among the rows from {@code row} on to {@code row}, and
   * clears the column below it.
   *
   * @param tolerance magnitudes up to this count as zero
   * @return whether there was a pivot; if not, nothing changed
   */
  boolean clear(int row, int column, double tolerance) {
    int pivot = pivot(row, column);
    if (pivot < 0 || !(Math.abs(rows[pivot][column]) > tolerance)) {
      return false;
    }
    swap(row, pivot);
    double[] source = rows[row];
    field.reduce(source, column, width);
    double inverse = field.inverse(source[column]);
    for (int i = row + 1; i < rows.length; i++) {
      double factor = field.multiply(rows[i][column], inverse);
      if (factor != 0) {
        subtract(rows[i], source, factor, column + 1, width);
      }
      rows[i][column] = 0;
    }
    updated(row + 1, column + 1);
    return true;
  }

  /**
   * Solves the triangular system left by {@link #clear} in each of the first {@code rows} columns:
   * the columns from {@code from} on become the solution.
   */
  void substitute(int from) {
    for (int i = rows.length - 1; i >= 0; i--) {
      double[] target = rows[i];
      int done = 0;
      for (int k = i + 1; k < rows.length; k++) {
        subtract(target, rows[k], target[k], from, width);
        if (++done % field.panelDepth() == 0) {
          field.reduce(target, from, width);
        }
      }
      field.reduce(target, from, width);
      double inverse = field.inverse(target[i]);
      for (int j = from; j < width; j++) {
        target[j] = field.multiply(target[j], inverse);
      }
    }
  }

  /** A copy of the columns from {@code from} on. */
  Matrix columns(int from) {
    Matrix result = Matrix.zeros(rows.length, width - from);
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], from, result.data(), i * (width - from), width - from);
    }
    return result;
  }

  /** The product of the diagonal with the sign of the row exchanges. */
  double diagonalProduct() {
    double product = oddSwaps ? -1 : 1;
    for (int i = 0; i < rows.length; i++) {
      product = field.multiply(product, rows[i][i]);
    }
    return product;
  }

  /** The largest magnitude of all entries. */
  double magnitude() {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
  }

  private int pivot(int from, int column) {
    int best = -1;
    double largest = 0;
    for (int i = from; i < rows.length; i++) {
      field.reduce(rows[i], column, column + 1);
      double magnitude = Math.abs(rows[i][column]);
      if (magnitude > largest) {
        largest = magnitude;
        best = i;
      }
    }
    return best;
  }

  private void swap(int i, int j) {
    if (i != j) {
      double[] row = rows[i];
      rows[i] = rows[j];
      rows[j] = row;
      oddSwaps = !oddSwaps;
    }
  }

  private void updated(int row, int column) {
    if (++pending < field.panelDepth()) {
      return;
    }
    for (int i = row; i < rows.length; i++) {
      field.reduce(rows[i], column, width);
    }
    pending = 0;
  }

  private static void subtract(double[] target, double[] source, double factor, int from, int to) {
    for (int j = from; j < to; j++) {
      target[j] = Math.fma(-factor, source[j], target[j]);
    }
  }
}
