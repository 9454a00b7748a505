package io.lagrid.codes.real;

import io.lagrid.algebra.linear.Chebyshev;
import io.lagrid.algebra.matrix.Matrix;

/**
 * The polynomial code in the Chebyshev basis: one product with A cut by rows and B by columns.
 *
 * <pre>pA(x) = Σ_(k&lt;m) A[k] T_k(x),   pB(x) = Σ_(k'&lt;n) B[k'] T_(k'm)(x).</pre>
 *
 * <p>The mn products T_k·T_(k'm) = (T_(k'm+k) + T_|k'm−k|)/2 have degrees 0, …, mn − 1, each once,
 * so they are a basis: any R = mn answers give every C[k][k'] = A[k]·B[k']. Workers sit at the
 * zeros of T_N; the condition number is O(N^(2S)) up to a factor that grows with n.
 *
 * <p>Per worker: storage 1/m of A and 1/n of B, work 1/(mn) of the product.
 *
 * <p>Source: Fahim and Cadambe, Numerically stable polynomially coded computing, 2021, section 5
 * (there in the orthonormal scale).
 */
public final class OrthoPolynomialCode extends RealProductCode {

  /** The code with these parameters. */
  public OrthoPolynomialCode(RealProductParameters parameters) {
    super(parameters);
  }

  @Override
  protected Matrix shares(int operand) {
    int step = operand == 0 ? 1 : partition().m();
    int blocks = grid().blocks(operand);
    Matrix values = Chebyshev.atZeros(parameters().workers(), step * (blocks - 1) + 1);
    Matrix chosen = Matrix.zeros(values.rows(), blocks);
    for (int i = 0; i < values.rows(); i++) {
      for (int k = 0; k < blocks; k++) {
        chosen.set(i, k, values.get(i, k * step));
      }
    }
    return chosen;
  }

  @Override
  protected Matrix answers() {
    return Kronecker.byWorker(shares(0), shares(1), parameters().workers());
  }

  @Override
  protected Matrix results() {
    return Kronecker.identity(grid().resultBlocks());
  }
}
