package io.lagrid.engine.linear;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.report.Result;
import java.util.Arrays;

/**
 * Sketches of frequency vectors x ∈ ℤ^d: S·x for a matrix S of signs, from whose few entries ‖x‖²
 * (the second moment, the size of a self-join) is estimated, and ⟨x, y⟩ from two of them.
 *
 * <p>Row r of S is the sign of a random polynomial of degree 3 modulo 2^31 − 1, so that any four
 * entries of it are independent; then E[(Sx)_r²] = ‖x‖² with variance at most 2‖x‖⁴. Rows come in
 * groups: the mean of a group of w has a relative standard deviation of at most √(2/w), and the
 * median of g groups misses three of them with probability at most e^(−g/3). Sketches are linear:
 * those of parts add up to that of the whole, and S·X is a product that any code computes.
 *
 * <p>Source: Alon, Matias and Szegedy, The space complexity of approximating the frequency moments,
 * 1996. Immutable and thread-safe.
 */
public final class AmsSketch {

  private static final long PRIME = (1L << 31) - 1;

  private final int groups;
  private final int width;
  private final LongMatrix signs;

  private AmsSketch(int groups, int width, LongMatrix signs) {
    this.groups = groups;
    this.width = width;
    this.signs = signs;
  }

  /**
   * Draws a sketch.
   *
   * @param dimension d, below 2^31 − 1
   * @param groups g, of which the median is taken; odd is best
   * @param width w, how many rows a group has
   * @param random where the signs come from; whoever can foresee it can fool the sketch
   */
  public static AmsSketch draw(int dimension, int groups, int width, Randomness random) {
    if (dimension < 1 || groups < 1 || width < 1) {
      throw new IllegalArgumentException(
          "a sketch of dimension %d with %d groups of %d; at least 1 each is legal"
              .formatted(dimension, groups, width));
    }
    LongMatrix signs = LongMatrix.zeros(Math.multiplyExact(groups, width), dimension);
    for (int row = 0; row < signs.rows(); row++) {
      long[] polynomial = new long[4];
      Arrays.setAll(polynomial, i -> random.nextInt((int) PRIME));
      for (int i = 0; i < dimension; i++) {
        signs.set(row, i, (hash(polynomial, i) & 1) == 0 ? 1 : -1);
      }
    }
    return new AmsSketch(groups, width, signs);
  }

  private static long hash(long[] polynomial, long x) {
    long value = 0;
    for (long coefficient : polynomial) {
      value = (value * x + coefficient) % PRIME;
    }
    return value;
  }

  /** S, one row of signs per entry of a sketch; shared, not to be written. */
  public LongMatrix signs() {
    return signs;
  }

  /**
   * S·X, the sketches of the columns of X, exactly.
   *
   * @param lagrid where and how to compute
   * @param x one vector per column; not modified
   */
  public Result<LongMatrix> of(Lagrid lagrid, LongMatrix x) {
    return lagrid.multiply(signs, x);
  }

  /** The estimate of ‖x‖² from column {@code column} of some sketches. */
  public double squaredNorm(LongMatrix sketches, int column) {
    return innerProduct(sketches, column, column);
  }

  /** The estimate of ⟨x, y⟩ from two columns of some sketches. */
  public double innerProduct(LongMatrix sketches, int first, int second) {
    double[] means = new double[groups];
    for (int group = 0; group < groups; group++) {
      double sum = 0;
      for (int row = group * width; row < (group + 1) * width; row++) {
        sum += (double) sketches.get(row, first) * sketches.get(row, second);
      }
      means[group] = sum / width;
    }
    Arrays.sort(means);
    return (means[(groups - 1) / 2] + means[groups / 2]) / 2;
  }
}
