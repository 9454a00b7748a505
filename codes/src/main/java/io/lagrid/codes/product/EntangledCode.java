package io.lagrid.codes.product;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.linear.Vandermonde;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.transfer.Coset;
import io.lagrid.algebra.transfer.PointTransfer;
import io.lagrid.algebra.transfer.PointTransfer.Chosen;
import io.lagrid.algebra.transform.PlainTransform;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.decode.EvaluationCode;
import io.lagrid.codes.decode.ManyWorkers;
import io.lagrid.codes.decode.Points;
import java.util.Arrays;
import java.util.Optional;

/**
 * The entangled polynomial code for one product C = A·B. Worker i multiplies the values at α_i of
 *
 * <pre>pA(x) = Σ A[k][j] x^(j + kp),   pB(x) = Σ B[j][k'] x^(p−1−j + k'pm).</pre>
 *
 * <p>The exponents entangle so that C[k][k'] = Σ_j A[k][j]·B[j][k'] is the coefficient of x^(p−1 +
 * kp + k'pm) in the product, whose degree is pmn + p − 2. Hence R = pmn + p − 1. Per worker:
 * storage 1/(pm) of A and 1/(pn) of B, work 1/(pmn) of the product, answer 1/(mn) of C.
 *
 * <p>p = 1 is the polynomial code (R = mn), m = n = 1 the MatDot code (R = 2p − 1). MatDot takes T
 * noise blocks above each operand, Σ_t Z_t x^(p+t): every product with a noise term has an exponent
 * of at least p, so the coefficient of x^(p−1) is still C, and R = 2p + 2T − 1. Private because
 * every T×T submatrix of the noise columns is a Vandermonde matrix times diag(α_i^p), invertible
 * for distinct non-zero points.
 *
 * <p>Points: 1, …, N over GF(p), or roots of unity with {@link ManyWorkers}, so that transforms
 * evaluate and interpolate; the zeros of T_N over the reals, where powers of them are the basis and
 * the condition number grows exponentially with R.
 *
 * <p>Sources: Yu, Maddah-Ali and Avestimehr, Straggler mitigation in distributed matrix
 * multiplication: fundamental limits and optimal coding, 2020, theorem 1; the same, Polynomial
 * codes, 2017; Dutta, Fahim et al., On the optimal recovery threshold of coded matrix
 * multiplication, 2018.
 */
public final class EntangledCode extends EvaluationCode implements ProductCode {

  private final EntangledParameters parameters;
  private final EntangledExponents exponents;

  /** The code with these parameters. */
  public EntangledCode(EntangledParameters parameters) {
    this.parameters = parameters;
    this.exponents = new EntangledExponents(parameters.partition());
  }

  @Override
  public EntangledParameters parameters() {
    return parameters;
  }

  @Override
  public Partition partition() {
    return parameters.partition();
  }

  @Override
  protected double[] choosePoints(Field field) {
    int workers = parameters.workers();
    return field.exact() ? Points.consecutive(field, 1, workers) : Points.chebyshev(workers);
  }

  @Override
  protected Encoding encode(int operand, Field field, double[] points) {
    int[] data = operand == 0 ? exponents.left() : exponents.right();
    int noise = parameters.colluders();
    int[] all = Arrays.copyOf(data, data.length + noise);
    for (int t = 0; t < noise; t++) {
      all[data.length + t] = partition().p() + t;
    }
    Encoding encoding = new Encoding(data.length, noise, Vandermonde.matrix(field, points, all));
    return encoding.with(
        coset(field)
            .map(coset -> PointTransfer.fromCoefficients(all, Chosen.first(coset, points.length))));
  }

  @Override
  protected Optional<Coset> coset(Field field) {
    return ManyWorkers.roots(field, parameters.workers());
  }

  @Override
  protected Optional<PointTransfer> decodeTransfer(Chosen answers) {
    return Optional.of(
        PointTransfer.toCoefficients(answers, exponents.result(), new PlainTransform()));
  }

  @Override
  protected Matrix decodeRows(Field field, double[] points) {
    return Vandermonde.inverseRows(field, points, exponents.result());
  }
}
