package io.lagrid.codes.real;

import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.linear.Chebyshev;
import io.lagrid.algebra.linear.Lagrange;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.ProductGrid;
import java.util.List;

/**
 * Lagrange coded computing over the reals, for batches of products cut along any sides: the K =
 * L·pmn block products are the values at β_1, …, β_K of one polynomial u_A·u_B of degree 2(K − 1),
 * so R = 2K − 1.
 *
 * <p>β are the zeros of T_K, so that encoding interpolates at the best real points there are; the
 * workers' α are the zeros of T_N. The two may meet (a worker then holds a block as it is), which
 * costs nothing where nothing is hidden. The condition number is O(N^(2S)).
 *
 * <p>Sources: Fahim and Cadambe, Numerically stable polynomially coded computing, 2021, section 6;
 * Yu et al., Lagrange coded computing, 2019.
 */
public final class LagrangeChebyshevCode extends RealProductCode {

  private final List<ProductGrid.BlockProduct> products;

  /** The code with these parameters. */
  public LagrangeChebyshevCode(RealProductParameters parameters) {
    super(parameters);
    this.products = parameters.grid().products();
  }

  @Override
  protected Matrix shares(int operand) {
    double[] data = Chebyshev.zeros(products.size());
    double[] points = Chebyshev.zeros(parameters().workers());
    Matrix separate = Lagrange.coefficients(RealField.instance(), data, points);
    Matrix merged = Matrix.zeros(points.length, grid().blocks(operand));
    for (int k = 0; k < products.size(); k++) {
      ProductGrid.BlockProduct product = products.get(k);
      int block = operand == 0 ? product.left() : product.right();
      for (int i = 0; i < points.length; i++) {
        merged.set(i, block, merged.get(i, block) + separate.get(i, k));
      }
    }
    return merged;
  }

  @Override
  protected Matrix answers() {
    return OrthoMatdotCode.orthonormal(parameters().workers(), parameters().recoveryThreshold());
  }

  /** The polynomial's coefficients are the blocks u; its value at β_k is block product k. */
  @Override
  protected Matrix results() {
    int degrees = parameters().recoveryThreshold();
    Matrix values = OrthoMatdotCode.orthonormal(products.size(), degrees);
    Matrix sums = Matrix.zeros(grid().resultBlocks(), degrees);
    for (int k = 0; k < products.size(); k++) {
      int result = products.get(k).result();
      for (int j = 0; j < degrees; j++) {
        sums.set(result, j, sums.get(result, j) + values.get(k, j));
      }
    }
    return sums;
  }
}
