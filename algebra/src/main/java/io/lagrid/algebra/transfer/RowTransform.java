package io.lagrid.algebra.transfer;

import io.lagrid.algebra.field.PrimeField;

/**
 * The transform X_k = Σ_j x_j·ω^(jk) of many sequences at once, sequence by column: entries are
 * rows of equal length, and a butterfly is one loop over two rows, which compiles to vectors.
 * Natural order becomes bit-reversed order; orders of rows are free.
 *
 * <p>Immutable and thread-safe.
 */
final class RowTransform {

  private final PrimeField field;
  private final int log;
  private final double[] powers;

  /** Transforms of length 2^log with the root ω. */
  RowTransform(PrimeField field, int log, double root) {
    this.field = field;
    this.log = log;
    this.powers = new double[Math.max(1, 1 << log >> 1)];
    double power = 1;
    for (int j = 0; j < powers.length; j++) {
      powers[j] = power;
      power = field.multiply(power, root);
    }
  }

  int size() {
    return 1 << log;
  }

  /**
   * Overwrites rows with their transform.
   *
   * @param rows n rows of canonical elements; modified
   */
  void apply(double[][] rows) {
    double p = field.modulus();
    double inverse = 1 / p;
    for (int half = size() / 2; half >= 1; half /= 2) {
      int step = size() / 2 / half;
      for (int block = 0; block < size(); block += 2 * half) {
        for (int j = 0; j < half; j++) {
          double[] u = rows[block + j];
          double[] v = rows[block + half + j];
          butterfly(u, v, powers[j * step], p, inverse);
        }
      }
    }
  }

  /** (u, v) becomes (u + v, (u − v)·w), reduced. */
  private static void butterfly(double[] u, double[] v, double w, double p, double inverse) {
    for (int i = 0; i < u.length; i++) {
      double a = u[i];
      double b = v[i];
      double sum = a + b;
      double product = (a - b) * w;
      double q = sum * inverse + PrimeField.ROUNDING - PrimeField.ROUNDING;
      double r = product * inverse + PrimeField.ROUNDING - PrimeField.ROUNDING;
      u[i] = Math.fma(-p, q, sum);
      v[i] = Math.fma(-p, r, product);
    }
  }

  /** The place of entry k after {@link #apply}. */
  int place(int k) {
    return log == 0 ? 0 : Integer.reverse(k) >>> (Integer.SIZE - log);
  }
}
