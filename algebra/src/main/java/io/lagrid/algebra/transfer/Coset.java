package io.lagrid.algebra.transfer;

import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.transform.Modulus;
import io.lagrid.algebra.transform.TransformTable;

/**
 * The points shift·ω^0, …, shift·ω^(n−1) for a root of unity ω of order n = 2^log: the zeros of x^n
 * − shift^n. Immutable.
 *
 * @param field of the points
 * @param log log2 of their number
 * @param shift not zero
 */
public record Coset(PrimeField field, int log, double shift) {

  /**
   * Checks that the field has such roots.
   *
   * @throws IllegalArgumentException if p − 1 is no multiple of 2^log, or the shift is zero
   */
  public Coset {
    if (!exists(field, log) || shift == 0) {
      throw new IllegalArgumentException(
          "no coset of 2^%d points times %s in %s".formatted(log, shift, field));
    }
  }

  /** Whether the field has roots of unity of order 2^log. */
  public static boolean exists(PrimeField field, int log) {
    return log >= 0 && log <= Integer.numberOfTrailingZeros(field.prime() - 1);
  }

  /** The least log with 2^log ≥ count. */
  public static int logFor(int count) {
    return count <= 1 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(count - 1);
  }

  /** A number whose coset of 2^log points does not meet the roots of unity themselves. */
  public static double outside(PrimeField field, int log) {
    double shift = 2;
    while (field.power(field.of((long) shift), 1L << log) == 1) {
      shift++;
    }
    return field.of((long) shift);
  }

  /** n. */
  public int size() {
    return 1 << log;
  }

  /** ω. */
  public double root() {
    double candidate = 2;
    double root;
    do {
      candidate++;
      root = field.power(field.of((long) candidate), (field.prime() - 1L) >> log);
    } while (log > 0 && field.power(root, 1L << (log - 1)) != -1);
    return log == 0 ? 1 : root;
  }

  /** The first {@code count} points. */
  public double[] points(int count) {
    double[] points = new double[count];
    double root = root();
    double point = shift;
    for (int i = 0; i < count; i++) {
      points[i] = point;
      point = field.multiply(point, root);
    }
    return points;
  }

  /** What transforms over all points need; the table's root is {@link #root}. */
  TransformTable table() {
    return new TransformTable(Modulus.of(field.prime()), log);
  }

  /** Where {@link TransformTable transforms} leave the value at point i. */
  int place(int i) {
    return log == 0 ? 0 : Integer.reverse(i) >>> (Integer.SIZE - log);
  }
}
