package io.lagrid.codes.mds;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.linear.Lagrange;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.decode.EvaluationCode;
import io.lagrid.codes.decode.Points;
import java.util.Arrays;

/**
 * The Short-Dot code for C = A·B: coded rows of A that are zero in most places, so that a worker
 * needs only some rows of B, at the price of a larger threshold.
 *
 * <p>A is cut into m row blocks and N column blocks, B into N row blocks. For column block j let
 * F_j be the polynomial of degree below K with
 *
 * <pre>F_j(β_k) = A[k][j] for k &lt; m,   F_j(α_i) = 0 for the K − m workers i in Z_j.</pre>
 *
 * <p>Worker i receives F_j(α_i) and B[j] for the N − K + m blocks j whose Z_j leaves it out, and
 * answers the sum of the products F_j(α_i)·B[j]. That is the value at α_i of Σ_j F_j·B[j], of
 * degree below K, so R = K; and its value at β_k is C[k]. Z_j = j + D modulo N for an evenly spread
 * set D, so that every worker is left out of K − m of the Z_j.
 *
 * <p>With a share s = (N − K + m)/N of the columns: storage s/m of A and s of B, work s/m of the
 * product, answer 1/m of C. K = m is an {@link MdsCode} (s = 1), K = N has no redundancy. For a
 * given K the work falls with m, but m cannot exceed the rows of A: a code for matrices with few
 * rows and many columns.
 *
 * <p>Points: β = 0, …, m − 1 and α = m, …, m + N − 1 over GF(p); over the reals α are the zeros of
 * the Chebyshev polynomial T_N, and β an even choice of its extrema.
 *
 * <p>Source: Dutta, Cadambe and Grover, Short-Dot: computing large linear transforms distributedly
 * using coded short dot products, 2016, theorem 1; there by a linear system per column, here by
 * interpolation.
 */
public final class ShortDotCode extends EvaluationCode implements ProductCode {

  private final ShortDotParameters parameters;

  /** The code with these parameters. */
  public ShortDotCode(ShortDotParameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public ShortDotParameters parameters() {
    return parameters;
  }

  @Override
  public Partition partition() {
    return parameters.partition();
  }

  @Override
  public int blocksPerShare() {
    return parameters.blocksPerShare();
  }

  @Override
  public Encoding.Weight weight(int operand) {
    return Encoding.Weight.of(operand == 0 ? parameters.rowBlocks() : 1);
  }

  @Override
  protected double[] choosePoints(Field field) {
    int workers = parameters.workers();
    return field.exact()
        ? Points.consecutive(field, parameters.rowBlocks(), workers)
        : Points.chebyshev(workers);
  }

  @Override
  protected Encoding encode(int operand, Field field, double[] points) {
    int data = grid().blocks(operand);
    Matrix rows = Matrix.zeros(points.length * blocksPerShare(), data);
    int[] used = new int[points.length]; // how many blocks each worker's share has so far
    for (int j = 0; j < points.length; j++) {
      boolean[] zero = zeros(j);
      Matrix values = operand == 0 ? columnBlock(field, points, zero) : ones(points.length);
      for (int i = 0; i < points.length; i++) {
        if (!zero[i]) {
          int row = i * blocksPerShare() + used[i]++;
          for (int k = 0; k < values.columns(); k++) {
            rows.set(row, k * points.length + j, values.get(i, k));
          }
        }
      }
    }
    return new Encoding(data, 0, blocksPerShare(), rows);
  }

  @Override
  protected Matrix decodeRows(Field field, double[] points) {
    return Lagrange.coefficients(field, points, dataPoints(field));
  }

  /** Whether worker i is in Z_j. */
  private boolean[] zeros(int column) {
    int workers = parameters.workers();
    int count = parameters.threshold() - parameters.rowBlocks();
    boolean[] zero = new boolean[workers];
    for (int t = 0; t < count; t++) {
      zero[(int) ((column + (long) t * workers / count) % workers)] = true;
    }
    return zero;
  }

  /** The coefficients of A[0][j], …, A[m−1][j] in F_j(α_i), one row per worker. */
  private Matrix columnBlock(Field field, double[] points, boolean[] zero) {
    double[] data = dataPoints(field);
    double[] nodes = Arrays.copyOf(data, parameters.threshold());
    int next = data.length;
    for (int i = 0; i < points.length; i++) {
      if (zero[i]) {
        nodes[next++] = points[i];
      }
    }
    Matrix all = Lagrange.coefficients(field, nodes, points);
    return all.block(0, 0, points.length, data.length);
  }

  private static Matrix ones(int rows) {
    double[] ones = new double[rows];
    Arrays.fill(ones, 1);
    return Matrix.of(rows, 1, ones);
  }

  /** β_1, …, β_m. */
  private double[] dataPoints(Field field) {
    int count = parameters.rowBlocks();
    return field.exact()
        ? Points.consecutive(field, 0, count)
        : Points.interlaced(count, parameters.workers());
  }
}
