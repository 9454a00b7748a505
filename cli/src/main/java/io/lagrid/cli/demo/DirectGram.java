package io.lagrid.cli.demo;

import io.lagrid.algebra.matrix.LongMatrix;

/** XᵀX by its definition, to check coded results against. */
public final class DirectGram {

  private DirectGram() {}

  /**
   * XᵀX, entry (i, j) = Σ_k X[k][i]·X[k][j], in 64-bit integers.
   *
   * @param x not modified; its products must not overflow
   */
  public static LongMatrix of(LongMatrix x) {
    LongMatrix gram = LongMatrix.zeros(x.columns(), x.columns());
    for (int i = 0; i < x.columns(); i++) {
      for (int j = 0; j < x.columns(); j++) {
        long sum = 0;
        for (int k = 0; k < x.rows(); k++) {
          sum += x.get(k, i) * x.get(k, j);
        }
        gram.set(i, j, sum);
      }
    }
    return gram;
  }
}
