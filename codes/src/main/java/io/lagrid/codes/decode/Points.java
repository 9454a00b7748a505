package io.lagrid.codes.decode;

import io.lagrid.algebra.field.Field;

/** Where codes evaluate their polynomials: distinct elements of a field. */
public final class Points {

  private Points() {}

  /**
   * The elements first, first + 1, …, first + count − 1 of GF(p), all distinct.
   *
   * @throws IllegalArgumentException if GF(p) has no such elements, that is if p &lt; first + count
   */
  public static double[] consecutive(Field field, int first, int count) {
    if (first + (long) count > field.modulus()) {
      throw new IllegalArgumentException(
          "%d distinct points from %d on need a field of at least %d elements; %s is too small"
              .formatted(count, first, first + (long) count, field));
    }
    double[] points = new double[count];
    for (int i = 0; i < count; i++) {
      points[i] = field.of(first + i);
    }
    return points;
  }

  /**
   * The zeros of the Chebyshev polynomial T_count, in descending order: cos((2i+1)π / 2·count).
   *
   * <p>Interpolation at them is as well conditioned as it gets on a real interval.
   */
  public static double[] chebyshev(int count) {
    double[] points = new double[count];
    for (int i = 0; i < count; i++) {
      points[i] = Math.cos((2 * i + 1) * Math.PI / (2.0 * count));
    }
    return points;
  }

  /**
   * {@code count} of the extrema cos(jπ / among) of T_among, evenly spread: j = ⌊among·(2k+1) /
   * 2·count⌋. They lie strictly between the zeros of T_among (or at ±1), so the two sets are
   * disjoint.
   *
   * @throws IllegalArgumentException if count exceeds among
   */
  public static double[] interlaced(int count, int among) {
    if (count > among) {
      throw new IllegalArgumentException(
          "%d points cannot be interlaced with %d; at most as many fit".formatted(count, among));
    }
    double[] points = new double[count];
    for (int k = 0; k < count; k++) {
      long j = (long) among * (2L * k + 1) / (2L * count);
      points[k] = Math.cos(j * Math.PI / among);
    }
    return points;
  }
}
