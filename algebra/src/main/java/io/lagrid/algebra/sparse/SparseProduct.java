package io.lagrid.algebra.sparse;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.SparseMatrix;
import java.util.Arrays;

/**
 * c = a·b, row by row: row i of c is the sum of those rows of b that row i of a names, as Gustavson
 * (Two fast algorithms for sparse matrices, 1978) does it. Over GF(p) a row is reduced before it
 * has taken more products than a double holds exactly ({@link Field#panelDepth}), so no product is
 * ever rounded. Unchecked; confined to one call.
 */
final class SparseProduct {

  /** Multiply–adds between two questions whether to go on. */
  private static final long INTERVAL = 1 << 19;

  private final Field field;
  private final int depth;
  private final Matrix c;
  private final Cancellation cancellation;
  private long work;
  private int start;
  private int taken;

  SparseProduct(Field field, Matrix c, Cancellation cancellation) {
    this.field = field;
    this.depth = field.panelDepth();
    this.c = c;
    this.cancellation = cancellation;
  }

  void sparseByDense(SparseMatrix a, Matrix b) {
    int[] starts = a.pattern().starts();
    int[] columns = a.pattern().columnIndices();
    double[] values = a.values();
    for (int i = 0; i < c.rows(); i++) {
      begin(i);
      for (int e = starts[i]; e < starts[i + 1]; e++) {
        take(c.columns());
        addDense(values[e], b, columns[e]);
      }
      reduce();
    }
  }

  void denseBySparse(Matrix a, SparseMatrix b) {
    int[] starts = b.pattern().starts();
    for (int i = 0; i < c.rows(); i++) {
      begin(i);
      int row = a.offset() + i * a.stride();
      for (int k = 0; k < a.columns(); k++) {
        double factor = a.data()[row + k];
        if (factor != 0 && starts[k] < starts[k + 1]) {
          take(starts[k + 1] - starts[k]);
          addSparse(factor, b, k);
        }
      }
      reduce();
    }
  }

  void sparseBySparse(SparseMatrix a, SparseMatrix b) {
    int[] starts = a.pattern().starts();
    int[] columns = a.pattern().columnIndices();
    int[] inner = b.pattern().starts();
    for (int i = 0; i < c.rows(); i++) {
      begin(i);
      for (int e = starts[i]; e < starts[i + 1]; e++) {
        take(inner[columns[e] + 1] - inner[columns[e]]);
        addSparse(a.values()[e], b, columns[e]);
      }
      reduce();
    }
  }

  private void begin(int row) {
    start = c.offset() + row * c.stride();
    taken = 0;
    Arrays.fill(c.data(), start, start + c.columns(), 0);
    spend(c.columns());
  }

  /** To be called before one more row is added to the current row of c. */
  private void take(int multiplyAdds) {
    if (taken == depth) {
      reduce();
      taken = 0;
    }
    taken++;
    spend(multiplyAdds);
  }

  private void spend(int multiplyAdds) {
    work += multiplyAdds;
    if (work >= INTERVAL) {
      work = 0;
      cancellation.check();
    }
  }

  private void reduce() {
    field.reduce(c.data(), start, start + c.columns());
  }

  private void addDense(double factor, Matrix b, int row) {
    double[] target = c.data();
    double[] source = b.data();
    int from = b.offset() + row * b.stride();
    int width = c.columns();
    for (int j = 0; j < width; j++) {
      target[start + j] += factor * source[from + j];
    }
  }

  private void addSparse(double factor, SparseMatrix b, int row) {
    double[] target = c.data();
    double[] values = b.values();
    int[] columns = b.pattern().columnIndices();
    int end = b.pattern().starts()[row + 1];
    for (int e = b.pattern().starts()[row]; e < end; e++) {
      target[start + columns[e]] += factor * values[e];
    }
  }
}
