package io.lagrid.engine;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.Projection;
import io.lagrid.codes.decode.DecodingResidual;
import io.lagrid.codes.decode.ProjectionTrials;
import io.lagrid.codes.decode.UnseenLies;
import io.lagrid.engine.partition.NumberChoice;
import io.lagrid.engine.round.AnswerCheck;
import io.lagrid.engine.round.AnswerCheck.Verdict;
import io.lagrid.engine.share.EncodedOperand;
import io.lagrid.engine.share.EncodedProduct;
import io.lagrid.engine.verify.AnswerShape;
import io.lagrid.engine.verify.ProductRounding;
import io.lagrid.engine.verify.ProductVerifier;
import io.lagrid.engine.verify.Projector;
import java.util.Optional;

/**
 * How the answers of a product's rounds are judged: their shape always; by Freivalds when the
 * settings verify; and projected for the decoder when it has to locate liars itself.
 *
 * <p>Confined to one thread.
 */
final class ProductChecks {

  private final ProductBlueprint blueprint;
  private final Kernels kernels;
  private final Randomness secrets;
  private final EncodedOperand left;
  private Optional<Projector> projector = Optional.empty();
  private Optional<ProductVerifier> verifier = Optional.empty();
  private Optional<ProductRounding> rounding = Optional.empty();
  private Optional<DecodingResidual> residual = Optional.empty();

  ProductChecks(
      ProductBlueprint blueprint, Kernels kernels, Randomness secrets, EncodedOperand left) {
    this.blueprint = blueprint;
    this.kernels = kernels;
    this.secrets = secrets;
    this.left = left;
  }

  /** The check for one round; draws fresh secret vectors. Works while the workers do. */
  AnswerCheck forRound(EncodedOperand right) {
    AnswerShape shape = blueprint.answers();
    if (!blueprint.settings().verifies()) {
      rounding = ProductRounding.of(arithmetic(), product(right));
    }
    if (!blueprint.settings().verifies() && blueprint.settings().tolerance().adversaries() == 0) {
      return (worker, answer) -> Verdict.of(shape.objection(answer), () -> Projection.NONE);
    }
    Projector drawn = draw(blueprint.pieces());
    projector = Optional.of(drawn);
    if (!blueprint.settings().verifies()) {
      return (worker, answer) -> Verdict.of(shape.objection(answer), () -> drawn.project(answer));
    }
    ProductVerifier current =
        verifier
            .map(previous -> previous.next(drawn, kernels, product(right)))
            .orElseGet(() -> ProductVerifier.of(drawn, kernels, product(right)));
    verifier = Optional.of(current);
    rounding = current.rounding();
    return (worker, answer) ->
        Verdict.of(
            shape.objection(answer).or(() -> current.objection(worker, answer)),
            () -> Projection.NONE);
  }

  /** The bound on the relative error of a decoded result; see the report. */
  double errorBound(NumberChoice numbers, Decoding.Decodable decoding) {
    double conversion = numbers.errorBound();
    return rounding
        .map(bounds -> conversion + bounds.relativeBound(decoding, residual(), unseen()))
        .orElse(conversion);
  }

  /** Kept, as the decode matrices of former rounds come back. */
  private DecodingResidual residual() {
    DecodingResidual kept = residual.orElseGet(this::newResidual);
    residual = Optional.of(kept);
    return kept;
  }

  private DecodingResidual newResidual() {
    ProductCode code = blueprint.code();
    return DecodingResidual.of(
        code,
        code.encoding(0, arithmetic().plane(0)).coefficients(),
        code.encoding(1, arithmetic().plane(0)).coefficients());
  }

  private UnseenLies unseen() {
    int liars = Math.max(1, blueprint.settings().tolerance().adversaries());
    return verifier
        .map(current -> new UnseenLies(liars, current::blindSpot))
        .orElse(UnseenLies.NONE);
  }

  private EncodedProduct product(EncodedOperand right) {
    return new EncodedProduct(left, right, blueprint.code().sharePartition());
  }

  private Projector draw(AnswerShape shape) {
    return projector
        .map(previous -> previous.renewed(shape.columns(), secrets))
        .orElseGet(() -> Projector.draw(shape, trials(), kernels, secrets));
  }

  private int trials() {
    int workers = blueprint.code().parameters().workers();
    return arithmetic().exact()
        ? ProjectionTrials.needed(arithmetic(), workers)
        : ProductVerifier.REAL_TRIALS;
  }

  private Arithmetic arithmetic() {
    return blueprint.numbers().numbers().arithmetic();
  }
}
