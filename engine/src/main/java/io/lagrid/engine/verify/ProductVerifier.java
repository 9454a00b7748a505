package io.lagrid.engine.verify;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.codes.Projection;
import io.lagrid.engine.assemble.AnswerPieces;
import io.lagrid.engine.share.EncodedProduct;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Checks answers that should be products of shares, Y_i = Ã_i·B̃_i, by s·Y_i·r = (s·Ã_i)·(B̃_i·r)
 * for the secret vectors of a {@link Projector}, summed over the blocks of the shares if there are
 * several, and piece by piece if the answer has several. The right side follows from one pass over
 * the operands; no share is needed, and an answer costs one pass over itself.
 *
 * <p>Over a finite field a wrong answer passes with probability at most (2/p)^trials, a right one
 * always. Over the reals the two sides may differ by a bound on rounding; a lie small enough to
 * hide below it, at most {@link #blindSpot}, enters the error bound of the report.
 *
 * <p>Source: Freivalds 1977; Tang et al., Adaptive Verifiable Coded Computing, 2022.
 *
 * <p>Immutable and thread-safe.
 */
public final class ProductVerifier {

  /**
   * How many pairs of vectors to use over the reals. An error Δ of one entry is seen through
   * s_i·r_j, a product of two uniform numbers, which is below 1/14 with probability 0.26; that all
   * 24 are has probability 2^-46. An error spread over more entries is seen better.
   */
  public static final int REAL_TRIALS = 24;

  private static final double BLIND_SPOT = 14;

  /**
   * The vectors know nothing of rounding errors, so an error E is seen as s·E·r with a standard
   * deviation of ‖E‖/3, and as more than t·‖E‖ with a probability of about exp(−3t) where the tail
   * is fattest, for E of rank one; 2^-52 here.
   */
  private static final double MARGIN = 12;

  /** {@link #blindSpot} in bounds on the rounding errors of a piece. */
  public static final double UNSEEN = BLIND_SPOT * MARGIN;

  private final Arithmetic arithmetic;
  private final Projector projector;
  private final EncodedProduct product;
  private final AnswerPieces pieces;
  private final OperandProjections left;
  private final OperandProjections right;
  private final Optional<ProductRounding> rounding;

  private ProductVerifier(
      Projector projector,
      EncodedProduct product,
      OperandProjections left,
      OperandProjections right) {
    this.projector = projector;
    this.arithmetic = projector.arithmetic();
    this.product = product;
    this.pieces = new AnswerPieces(product.share().m(), product.share().n());
    this.left = left;
    this.right = right;
    this.rounding = ProductRounding.of(arithmetic, product);
  }

  /**
   * A verifier for the products of two encoded operands.
   *
   * @param projector for one piece of an answer
   */
  public static ProductVerifier of(Projector projector, Kernels kernels, EncodedProduct product) {
    List<Field> planes = projector.arithmetic().planes();
    return new ProductVerifier(
        projector,
        product,
        new OperandProjections(product.left(), planes, kernels, projector::fromLeft),
        new OperandProjections(product.right(), planes, kernels, projector::fromRight));
  }

  /**
   * The verifier of another round with the same left operand: its projections are kept.
   *
   * @param renewed this verifier's projector, renewed
   */
  public ProductVerifier next(Projector renewed, Kernels kernels, EncodedProduct product) {
    return new ProductVerifier(
        renewed,
        product,
        left,
        new OperandProjections(product.right(), arithmetic.planes(), kernels, renewed::fromRight));
  }

  /** The bounds on rounding that answers are judged with; empty over finite fields. */
  public Optional<ProductRounding> rounding() {
    return rounding;
  }

  /**
   * Why the answer cannot be the product of the worker's shares, or empty if it may be.
   *
   * @param answer of the right shape; not modified
   */
  public Optional<String> objection(int worker, Block answer) {
    for (int piece = 0; piece < product.pieces(); piece++) {
      Projection found = projector.project(pieces.piece(answer, piece));
      if (!fits(found, worker * product.pieces() + piece)) {
        return Optional.of("answered something else than the product of its shares");
      }
    }
    return Optional.empty();
  }

  private boolean fits(Projection projection, int piece) {
    for (int i = 0; i < arithmetic.size(); i++) {
      Field field = arithmetic.plane(i);
      double[] expected = expected(i, piece);
      double allowed = tolerance(piece);
      double[] found = projection.planes().get(i);
      for (int t = 0; t < expected.length; t++) {
        // Written so that NaN, from overflow, is an objection too.
        if (!(Math.abs(field.subtract(expected[t], found[t])) <= allowed)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Σ (s·Ã)·(B̃·r) over the products a piece is the sum of, one number per pair of vectors. */
  private double[] expected(int plane, int piece) {
    double[] sums = new double[projector.trials()];
    for (int t = 0; t < product.share().p(); t++) {
      double[] terms =
          projector.dots(
              plane,
              left.ofCodedBlock(plane, product.leftBlock(piece, t)),
              right.ofCodedBlock(plane, product.rightBlock(piece, t)));
      Arrays.setAll(sums, pair -> arithmetic.plane(plane).add(sums[pair], terms[pair]));
    }
    return sums;
  }

  /** How far apart the two sides may be for a piece of an honest answer; 0 over a finite field. */
  double tolerance(int piece) {
    return rounding.map(r -> MARGIN * r.ofPiece(piece)).orElse(0.0);
  }

  /**
   * The Frobenius norm that an error of a piece of an answer must exceed to be noticed for certain,
   * that is, but for a probability of 2^-46; 0 over a finite field.
   */
  public double blindSpot(int piece) {
    return BLIND_SPOT * tolerance(piece);
  }
}
