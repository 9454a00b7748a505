package io.lagrid.engine.verify;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Projection;
import io.lagrid.engine.share.EncodedOperand;
import java.util.Optional;

/**
 * Checks answers that should be products of shares, Y_i = Ã_i·B̃_i, by s·Y_i·r = (s·Ã_i)·(B̃_i·r) for
 * the secret vectors of a {@link Projector}. The right side follows from one pass over the operands;
 * no share is needed, and an answer costs one pass over itself.
 *
 * <p>Over a finite field a wrong answer passes with probability at most (2/p)^trials, a right one
 * always. Over the reals the two sides may differ by {@link #tolerance(int)}, a bound on rounding; a
 * lie small enough to hide below it changes the result by no more than the report's error bound says.
 *
 * <p>Source: Freivalds 1977; Tang et al., Adaptive Verifiable Coded Computing, 2022.
 *
 * <p>Immutable and thread-safe.
 */
public final class ProductVerifier {

  /** Margin over the first-order rounding bound. */
  private static final double MARGIN = 4;

  private final Arithmetic arithmetic;
  private final Projector projector;
  private final OperandProjections left;
  private final OperandProjections right;
  private final Optional<ProductRounding> rounding;

  private ProductVerifier(
      Projector projector,
      Arithmetic arithmetic,
      OperandProjections left,
      OperandProjections right,
      Optional<ProductRounding> rounding) {
    this.projector = projector;
    this.arithmetic = arithmetic;
    this.left = left;
    this.right = right;
    this.rounding = rounding;
  }

  /** A verifier for the products of two encoded operands. */
  public static ProductVerifier of(
      Projector projector, Kernels kernels, EncodedOperand left, EncodedOperand right) {
    Arithmetic arithmetic = projector.arithmetic();
    return new ProductVerifier(
        projector,
        arithmetic,
        new OperandProjections(left, arithmetic.planes(), kernels, projector::fromLeft),
        new OperandProjections(right, arithmetic.planes(), kernels, projector::fromRight),
        ProductRounding.of(arithmetic, left, right));
  }

  /**
   * The verifier of another round with the same left operand: its projections are kept.
   *
   * @param renewed this verifier's projector, renewed
   */
  public ProductVerifier next(Projector renewed, Kernels kernels, EncodedOperand left, EncodedOperand right) {
    return new ProductVerifier(
        renewed,
        arithmetic,
        this.left,
        new OperandProjections(right, arithmetic.planes(), kernels, renewed::fromRight),
        ProductRounding.of(arithmetic, left, right));
  }

  /** The projector whose projections this verifier judges. */
  public Projector projector() {
    return projector;
  }

  /** Whether the answer with that projection may be the product of the worker's shares. */
  public Optional<String> objection(int worker, Projection projection) {
    for (int i = 0; i < arithmetic.size(); i++) {
      Field field = arithmetic.plane(i);
      Matrix rows = left.ofShare(i, worker);
      Matrix columns = right.ofShare(i, worker);
      double[] expected = projector.dots(i, rows, columns);
      double allowed = tolerance(worker);
      double[] found = projection.planes().get(i);
      for (int t = 0; t < expected.length; t++) {
        // Written so that NaN, from overflow, is an objection too.
        if (!(Math.abs(field.subtract(expected[t], found[t])) <= allowed)) {
          return Optional.of("answered something else than the product of its shares");
        }
      }
    }
    return Optional.empty();
  }

  /** How far apart the two sides may be for one worker's honest answer; 0 over a finite field. */
  public double tolerance(int worker) {
    return rounding.map(r -> MARGIN * projector.norms() * r.ofAnswer(worker)).orElse(0.0);
  }
}
