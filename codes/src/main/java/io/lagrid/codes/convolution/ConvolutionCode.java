package io.lagrid.codes.convolution;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.linear.Vandermonde;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.Partition;
import io.lagrid.codes.decode.DecodingResidual;
import io.lagrid.codes.decode.EvaluationCode;
import io.lagrid.codes.decode.Points;
import java.util.stream.IntStream;

/**
 * Coded convolution. Both operands are cut along one axis into chunks of the same length, a_0, …,
 * a_(p−1) and b_0, …, b_(q−1). Worker i convolves the values at α_i of
 *
 * <pre>pa(x) = Σ a_i x^i,   pb(x) = Σ b_j x^j.</pre>
 *
 * <p>Since convolution is bilinear, its answer is the value at α_i of Σ_d c_d x^d with c_d =
 * Σ_(i+j=d) a_i * b_j, a polynomial of degree p + q − 2: R = p + q − 1, where a product code of the
 * same storage needs p·q. The result is the sum of all c_d, each shifted by d chunks. Any bilinear
 * map that commutes with shifts along the axis will do, so one code serves convolutions of one and
 * two dimensions, the layers of neural networks, and their gradients. Where one sum alone is wanted
 * (p = q, d = p − 1), it is MatDot's contraction.
 *
 * <p>T colluders are kept blind by T noise chunks in each operand at the exponents u, …, u + T − 1,
 * u = max(p, q, last + 1) for the last wanted sum: products with noise have exponents from u on,
 * and R = 2(u + T) − 1, that is, 2(p + q + T) − 3 for the whole convolution. Private because every
 * T×T submatrix of the noise columns is a Vandermonde matrix times diag(α_i^u), invertible for
 * distinct points other than 0.
 *
 * <p>Per worker: storage 1/p of a and 1/q of b, work 1/(pq) of the convolution.
 *
 * <p>Points: 1, …, N over GF(p); the zeros of T_N over the reals, where the condition number grows
 * exponentially with R.
 *
 * <p>Sources: Yu, Maddah-Ali and Avestimehr, Polynomial codes, 2017, section on convolution; Dutta,
 * Cadambe and Grover, Coded convolution for parallel and distributed computing within a deadline,
 * 2017.
 */
public final class ConvolutionCode extends EvaluationCode {

  private final ConvolutionParameters parameters;

  /** The code with these parameters. */
  public ConvolutionCode(ConvolutionParameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public ConvolutionParameters parameters() {
    return parameters;
  }

  @Override
  protected double[] choosePoints(Field field) {
    int workers = parameters.workers();
    return field.exact() ? Points.consecutive(field, 1, workers) : Points.chebyshev(workers);
  }

  @Override
  protected Encoding encode(int operand, Field field, double[] points) {
    int data = operand == 0 ? parameters.p() : parameters.q();
    int noise = parameters.colluders();
    int above = ConvolutionParameters.noise(parameters.p(), parameters.q(), parameters.last());
    int[] exponents =
        IntStream.range(0, data + noise).map(k -> k < data ? k : above + k - data).toArray();
    return new Encoding(data, noise, Vandermonde.matrix(field, points, exponents));
  }

  /**
   * What decode matrices over the reals leave of the wanted sums.
   *
   * @param left the coefficients that encoded operand 0; retained
   * @param right likewise operand 1
   */
  public DecodingResidual residual(Matrix left, Matrix right) {
    return new DecodingResidual(
        left, right, Partition.WHOLE, (result, i, j) -> i + j == parameters.first() + result);
  }

  @Override
  protected Matrix decodeRows(Field field, double[] points) {
    int[] wanted = IntStream.rangeClosed(parameters.first(), parameters.last()).toArray();
    return Vandermonde.inverseRows(field, points, wanted);
  }
}
