package io.lagrid.algebra.convolution;

/** The inner loop of direct products. */
final class Rows {

  private Rows() {}

  /**
   * target[to + x] += factor·source[from + x] for x &lt; count.
   *
   * @param target modified
   */
  static void add(double[] source, int from, double factor, double[] target, int to, int count) {
    for (int x = 0; x < count; x++) {
      target[to + x] = Math.fma(factor, source[from + x], target[to + x]);
    }
  }
}
