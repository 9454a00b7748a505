package io.lagrid.codes.real;

import io.lagrid.algebra.linear.Chebyshev;
import io.lagrid.algebra.matrix.Matrix;

/**
 * OrthoMatDot: one product cut along the shared side, C = Σ_j A[j]·B[j], in the basis of the
 * Chebyshev polynomials, orthonormal for the weight 1/√(1−x²): q_0 = 1/√π, q_j = √(2/π)·T_j.
 *
 * <pre>
 * pA(x) = Σ_(j&lt;p) A[j] q_j(x),   pB(x) = Σ_(j&lt;p) B[j] q_j(x),   C = ∫ pA·pB / √(1−x²) dx,
 * </pre>
 *
 * <p>which is √π times the coefficient of q_0 in the product. Its degree is 2p − 2, so R = 2p − 1.
 * Workers sit at the zeros of T_N. With S = N − R missing the condition number is O(N^(2S)): a
 * polynomial in N, where that of MatDot's powers is exponential.
 *
 * <p>Per worker: storage 1/p of both operands, work 1/p of the product.
 *
 * <p>Source: Fahim and Cadambe, Numerically stable polynomially coded computing, 2021, theorems 4.1
 * and 4.4.
 */
public final class OrthoMatdotCode extends RealProductCode {

  /** The code with these parameters. */
  public OrthoMatdotCode(RealProductParameters parameters) {
    super(parameters);
  }

  @Override
  protected Matrix shares(int operand) {
    return orthonormal(parameters().workers(), partition().p());
  }

  @Override
  protected Matrix answers() {
    return orthonormal(parameters().workers(), parameters().recoveryThreshold());
  }

  @Override
  protected Matrix results() {
    Matrix constant = Matrix.zeros(1, parameters().recoveryThreshold());
    constant.set(0, 0, Math.sqrt(Math.PI));
    return constant;
  }

  /** q_0, …, q_(columns−1) at the zeros of T_workers. */
  static Matrix orthonormal(int workers, int columns) {
    Matrix values = Chebyshev.atZeros(workers, columns);
    for (int i = 0; i < workers; i++) {
      for (int j = 0; j < columns; j++) {
        values.set(i, j, values.get(i, j) * Math.sqrt((j == 0 ? 1 : 2) / Math.PI));
      }
    }
    return values;
  }
}
