package io.lagrid.codes.product;

import io.lagrid.codes.Partition;
import java.util.stream.IntStream;

/**
 * The exponents of the entangled polynomial code, of which C = A·B can be read off: with
 *
 * <pre>pA(x) = Σ A[k][j] x^(j + kp),   pB(x) = Σ B[j][k'] x^(p−1−j + k'pm),</pre>
 *
 * the coefficient of x^(p−1 + kp + k'pm) in pA·pB is C[k][k']. The product has degree pmn + p − 2,
 * and all coefficients that are read off have exponents from p − 1 to pmn − 1.
 *
 * @param partition p, m, n
 */
public record EntangledExponents(Partition partition) {

  /** Of A[k][j], row by row: j + kp, that is, its number. */
  public int[] left() {
    return IntStream.range(0, partition.m() * partition.p()).toArray();
  }

  /** Of B[j][k'], row by row: p − 1 − j + k'pm. */
  public int[] right() {
    int p = partition.p();
    int n = partition.n();
    int[] exponents = new int[p * n];
    for (int j = 0; j < p; j++) {
      for (int column = 0; column < n; column++) {
        exponents[j * n + column] = p - 1 - j + column * p * partition.m();
      }
    }
    return exponents;
  }

  /** Of C[k][k'], row by row: p − 1 + kp + k'pm. */
  public int[] result() {
    int p = partition.p();
    int m = partition.m();
    int n = partition.n();
    int[] exponents = new int[m * n];
    for (int row = 0; row < m; row++) {
      for (int column = 0; column < n; column++) {
        exponents[row * n + column] = p - 1 + row * p + column * p * m;
      }
    }
    return exponents;
  }
}
