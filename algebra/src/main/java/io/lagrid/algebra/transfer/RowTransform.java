package io.lagrid.algebra.transfer;

import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.transform.TransformKernel;

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
  void apply(double[][] rows, TransformKernel kernel) {
    kernel.forwardRows(rows, powers, field.modulus());
  }

  /** The place of entry k after {@link #apply}. */
  int place(int k) {
    return log == 0 ? 0 : Integer.reverse(k) >>> (Integer.SIZE - log);
  }
}
