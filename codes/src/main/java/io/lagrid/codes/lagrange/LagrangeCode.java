package io.lagrid.codes.lagrange;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.linear.Lagrange;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.transfer.Coset;
import io.lagrid.algebra.transfer.PointTransfer;
import io.lagrid.algebra.transfer.PointTransfer.Chosen;
import io.lagrid.algebra.transform.PlainTransform;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.decode.EvaluationCode;
import io.lagrid.codes.decode.ManyWorkers;
import io.lagrid.codes.decode.Points;
import java.util.Arrays;
import java.util.Optional;

/**
 * Lagrange coded computing: f(X_1), …, f(X_K) for any polynomial map f of one or several operands.
 *
 * <p>u is the polynomial of degree below K + T with u(β_k) = X_k for k ≤ K and u(β_(K+t)) = uniform
 * noise for t ≤ T. Worker i receives the share u(α_i) and answers f(u(α_i)). f∘u has degree (K + T
 * − 1)·deg f, so R = (K + T − 1)·deg f + 1 answers give it, and it is evaluated at β_1, …, β_K. All
 * operands of f are shared at the same α and β.
 *
 * <p>Private: a combination of the noise columns ℓ_(K+t) that is zero at T of the α_i has K + T
 * roots, β_1, …, β_K among them, but degree below K + T, so it is zero. This needs α_i ≠ β_k: a
 * worker at β_k would hold X_k itself. So α and β never overlap here, in no field and also with T =
 * 0.
 *
 * <p>With {@link ManyWorkers}, β are the first roots of unity of order 2^b ≥ K + T, and α the first
 * points of a coset of those of order 2^a ≥ N that does not meet them. Then blocks are encoded and
 * decoded by transforms ({@link PointTransfer}).
 *
 * <p>Else: β = 0, …, K + T − 1 and α = K + T, …, K + T + N − 1 over GF(p); over the reals (T = 0
 * only) α are the zeros of the Chebyshev polynomial T_N, and β the K of its extrema that spread
 * evenly between them.
 *
 * <p>Source: Yu, Li, Raviv, Mousavi Kalan, Soltanolkotabi and Avestimehr, Lagrange coded computing:
 * optimal design for resiliency, security and privacy, 2019, theorems 1 and 2.
 */
public final class LagrangeCode extends EvaluationCode {

  private final LagrangeParameters parameters;

  /** The code with these parameters. */
  public LagrangeCode(LagrangeParameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public LagrangeParameters parameters() {
    return parameters;
  }

  /** β_1, …, β_(K+T); a new array. */
  public double[] dataPoints(Field field) {
    int count = parameters.dataPoints() + parameters.colluders();
    if (coset(field).isPresent()) {
      return dataCoset((PrimeField) field).points(count);
    }
    return field.exact()
        ? Points.consecutive(field, 0, count)
        : Points.interlaced(count, parameters.workers());
  }

  @Override
  protected Optional<Coset> coset(Field field) {
    int count = parameters.dataPoints() + parameters.colluders();
    return ManyWorkers.apart(field, parameters.workers(), count);
  }

  private Coset dataCoset(PrimeField field) {
    int count = parameters.dataPoints() + parameters.colluders();
    return new Coset(field, Coset.logFor(count), 1);
  }

  /** From answers to the values at the data points alone. */
  @Override
  protected Optional<PointTransfer> decodeTransfer(Chosen answers) {
    Coset data = dataCoset(answers.coset().field());
    Chosen targets = Chosen.first(data, parameters.dataPoints());
    return Optional.of(PointTransfer.between(answers, targets, new PlainTransform()));
  }

  private PointTransfer encodeTransfer(Coset workers) {
    int sources = parameters.dataPoints() + parameters.colluders();
    return PointTransfer.between(
        Chosen.first(dataCoset(workers.field()), sources),
        Chosen.first(workers, parameters.workers()),
        new PlainTransform());
  }

  /** deg f: a map of degree d takes at most d operands that matter. */
  @Override
  protected int operands() {
    return parameters.degree();
  }

  @Override
  protected double[] choosePoints(Field field) {
    int count = parameters.dataPoints() + parameters.colluders();
    return field.exact()
        ? Points.consecutive(field, count, parameters.workers())
        : Points.chebyshev(parameters.workers());
  }

  @Override
  protected Encoding encode(int operand, Field field, double[] points) {
    Encoding encoding =
        new Encoding(
            parameters.dataPoints(),
            parameters.colluders(),
            Lagrange.coefficients(field, dataPoints(field), points));
    return encoding.with(coset(field).map(this::encodeTransfer));
  }

  @Override
  protected Matrix decodeRows(Field field, double[] points) {
    double[] targets = Arrays.copyOf(dataPoints(field), parameters.dataPoints());
    return Lagrange.coefficients(field, points, targets);
  }
}
