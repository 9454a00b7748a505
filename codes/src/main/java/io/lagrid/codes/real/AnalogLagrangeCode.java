package io.lagrid.codes.real;

import io.lagrid.algebra.linear.Chebyshev;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductGrid;
import java.util.List;

/**
 * Analog Lagrange coded computing: products over floating point, hidden from T colluders by
 * Gaussian noise up to a number of bits that {@link io.lagrid.codes.leakage.GaussianLeakage}
 * bounds.
 *
 * <p>With M = K + T and K = L·pmn block products, u is the complex polynomial of degree below M
 * that is X_k at β_k for k ≤ K and complex Gaussian noise at the others. β are the M-th roots of
 * unity times ρ = {@value #RADIUS}, so that no worker sits on data; α are the N-th roots of unity.
 * Answers are values of a polynomial of degree 2(M − 1): R = 2M − 1.
 *
 * <p>Complex numbers are held as real blocks: a worker has [Re −Im; Im Re] of its left share and
 * [Re; Im] of its right one, and answers with [Re; Im] of the product: R, storage and work count
 * complex numbers, each two or four times a real block. A noise point takes two noise blocks, each
 * of the standard deviation that the leakage is stated for.
 *
 * <p>The noise is not cut off at some multiple of its deviation, as the paper does: cut off, it
 * would not keep the bound. It costs accuracy: answers are larger than results by about the square
 * of its deviation over the data, and so are their rounding errors.
 *
 * <p>Source: Soleymani, Mahdavifar and Avestimehr, Analog Lagrange coded computing, 2021 (there
 * with β on the unit circle too).
 */
public final class AnalogLagrangeCode extends RealProductCode {

  /** ρ: nearer to 1 leaves some worker next to a data point, nearer to 0 loses digits. */
  static final double RADIUS = 0.8;

  private final List<ProductGrid.BlockProduct> products;
  private final int interpolated;

  /** The code with these parameters. */
  public AnalogLagrangeCode(RealProductParameters parameters) {
    super(parameters);
    this.products = parameters.grid().products();
    this.interpolated = products.size() + parameters.colluders();
  }

  @Override
  public int blocksPerShare() {
    return 2;
  }

  @Override
  public Partition sharePartition() {
    return new Partition(blocksPerShare(), 2, 1);
  }

  @Override
  protected Matrix shares(int operand) {
    int data = grid().blocks(operand);
    Matrix complex = Matrix.zeros(2 * parameters().workers(), data + 2 * parameters().colluders());
    for (int worker = 0; worker < parameters().workers(); worker++) {
      for (int j = 0; j < interpolated; j++) {
        double[] weight = weight(worker, position(j));
        if (j < products.size()) {
          ProductGrid.BlockProduct product = products.get(j);
          int block = operand == 0 ? product.left() : product.right();
          add(complex, 2 * worker, block, weight[0]);
          add(complex, 2 * worker + 1, block, weight[1]);
        } else {
          int noise = data + 2 * (j - products.size());
          add(complex, 2 * worker, noise, weight[0]);
          add(complex, 2 * worker, noise + 1, -weight[1]);
          add(complex, 2 * worker + 1, noise, weight[1]);
          add(complex, 2 * worker + 1, noise + 1, weight[0]);
        }
      }
    }
    return operand == 0 ? embedded(complex) : complex;
  }

  /** Rows Re, −Im, Im, Re for every pair of rows Re, Im. */
  private static Matrix embedded(Matrix complex) {
    Matrix result = Matrix.zeros(2 * complex.rows(), complex.columns());
    for (int i = 0; i < complex.rows(); i += 2) {
      for (int k = 0; k < complex.columns(); k++) {
        result.set(2 * i, k, complex.get(i, k));
        result.set(2 * i + 1, k, -complex.get(i + 1, k));
        result.set(2 * i + 2, k, complex.get(i + 1, k));
        result.set(2 * i + 3, k, complex.get(i, k));
      }
    }
    return result;
  }

  private static void add(Matrix matrix, int row, int column, double term) {
    matrix.set(row, column, matrix.get(row, column) + term);
  }

  /**
   * Which of the M positions on the circle block product or noise j takes: noise is spread evenly,
   * so that no worker is far from it.
   */
  private int position(int j) {
    int noise = parameters().colluders();
    int data = products.size();
    if (j >= data) {
      return (int) ((2L * (j - data) + 1) * interpolated / (2L * noise));
    }
    int position = j;
    for (int t = 0; t < noise; t++) {
      position += position(data + t) <= position ? 1 : 0;
    }
    return position;
  }

  /**
   * ℓ(α) = 1/M·Σ_(k&lt;M) (α/β)^k of the node β at a position, real and imaginary part. The sum
   * keeps all digits; the quotient of node polynomials would not.
   */
  private double[] weight(int worker, int position) {
    double re = 0;
    double im = 0;
    int workers = parameters().workers();
    long denominator = (long) workers * interpolated;
    double scale = 1.0 / interpolated;
    for (int k = 0; k < interpolated; k++) {
      long turn = 2L * k * ((long) worker * interpolated - (long) position * workers);
      re += scale * Chebyshev.cosine(turn % (2 * denominator), denominator);
      im += scale * Chebyshev.sine(turn % (2 * denominator), denominator);
      scale /= RADIUS;
    }
    return new double[] {re, im};
  }

  @Override
  protected Matrix answers() {
    return RotationCode.rotations(parameters().workers(), parameters().recoveryThreshold(), 1);
  }

  /** Re(Σ_j c_j·β^j) with blocks u = Re c_0, Im c_0, Re c_1, …, summed over a result's products. */
  @Override
  protected Matrix results() {
    int degrees = parameters().recoveryThreshold();
    Matrix sums = Matrix.zeros(grid().resultBlocks(), 2 * degrees);
    for (int k = 0; k < products.size(); k++) {
      int result = products.get(k).result();
      double power = 1;
      for (int j = 0; j < degrees; j++) {
        long turn = 2L * j * position(k) % (2L * interpolated);
        add(sums, result, 2 * j, power * Chebyshev.cosine(turn, interpolated));
        add(sums, result, 2 * j + 1, -power * Chebyshev.sine(turn, interpolated));
        power *= RADIUS;
      }
    }
    return sums;
  }
}
