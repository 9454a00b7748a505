package io.lagrid.codes.lagrange;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.linear.Lagrange;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.decode.EvaluationCode;
import io.lagrid.codes.decode.Points;
import java.util.Arrays;

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
 * <p>Points: β = 0, …, K + T − 1 and α = K + T, …, K + T + N − 1 over GF(p); over the reals (T = 0
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
    return field.exact()
        ? Points.consecutive(field, 0, count)
        : Points.interlaced(count, parameters.workers());
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
    return new Encoding(
        parameters.dataPoints(),
        parameters.colluders(),
        Lagrange.coefficients(field, dataPoints(field), points));
  }

  @Override
  protected Matrix decodeRows(Field field, double[] points) {
    double[] targets = Arrays.copyOf(dataPoints(field), parameters.dataPoints());
    return Lagrange.coefficients(field, points, targets);
  }
}
