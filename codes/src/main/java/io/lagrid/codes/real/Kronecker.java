package io.lagrid.codes.real;

import io.lagrid.algebra.matrix.Matrix;

/** What answers are made of when every left block meets every right block. */
final class Kronecker {

  private Kronecker() {}

  /**
   * Per worker the Kronecker product of its rows: piece (r, s) of the answer is Σ a[r][k]·b[s][k']
   * times block product (k, k').
   */
  static Matrix byWorker(Matrix left, Matrix right, int workers) {
    int rows = left.rows() / workers;
    int columns = right.rows() / workers;
    Matrix result = Matrix.zeros(workers * rows * columns, left.columns() * right.columns());
    for (int i = 0; i < left.rows(); i++) {
      for (int s = 0; s < columns; s++) {
        multiply(left, i, right, i / rows * columns + s, result, i * columns + s);
      }
    }
    return result;
  }

  /** The n×n identity. */
  static Matrix identity(int n) {
    Matrix result = Matrix.zeros(n, n);
    for (int i = 0; i < n; i++) {
      result.set(i, i, 1);
    }
    return result;
  }

  /** Columns 0, 2, 4, … of the identity of order 2·pairs: the real units among complex ones. */
  static Matrix evenUnits(int pairs) {
    Matrix result = Matrix.zeros(2 * pairs, pairs);
    for (int i = 0; i < pairs; i++) {
      result.set(2 * i, i, 1);
    }
    return result;
  }

  private static void multiply(Matrix a, int i, Matrix b, int j, Matrix target, int row) {
    for (int k = 0; k < a.columns(); k++) {
      for (int l = 0; l < b.columns(); l++) {
        target.set(row, k * b.columns() + l, a.get(i, k) * b.get(j, l));
      }
    }
  }
}
