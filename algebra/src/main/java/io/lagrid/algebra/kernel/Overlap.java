package io.lagrid.algebra.kernel;

import io.lagrid.algebra.matrix.Matrix;

/** Whether two matrices share an entry. */
final class Overlap {
  private Overlap() {}

  /**
   * Whether x and y share an entry. Exact for views of one matrix; for matrices laid over one array
   * with different strides, true as soon as their ranges in the array meet.
   */
  static boolean between(Matrix x, Matrix y) {
    if (x.data() != y.data() || empty(x) || empty(y)) {
      return false;
    }
    if (x.offset() > y.offset()) {
      return between(y, x);
    }
    if (end(x) <= y.offset()) {
      return false;
    }
    if (x.stride() != y.stride() || x.stride() == 0) {
      return true;
    }
    int distance = (y.offset() - x.offset()) % x.stride();
    return distance < x.columns() || distance + y.columns() > x.stride();
  }

  private static boolean empty(Matrix matrix) {
    return matrix.rows() == 0 || matrix.columns() == 0;
  }

  private static int end(Matrix matrix) {
    return matrix.offset() + (matrix.rows() - 1) * matrix.stride() + matrix.columns();
  }
}
