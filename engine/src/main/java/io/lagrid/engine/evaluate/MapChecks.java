package io.lagrid.engine.evaluate;

import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Projection;
import io.lagrid.codes.decode.ProjectionTrials;
import io.lagrid.engine.job.CodedJob;
import io.lagrid.engine.round.AnswerCheck;
import io.lagrid.engine.round.AnswerCheck.Verdict;
import io.lagrid.engine.share.EncodedOperand;
import io.lagrid.engine.verify.AnswerShape;
import io.lagrid.engine.verify.ProductVerifier;
import io.lagrid.engine.verify.Projector;
import java.util.List;
import java.util.Optional;

/**
 * How the answers of a map are judged: their shape and range always; Gram matrices by Freivalds, as
 * the products of shares with their transposes that they are; answers of other maps are projected,
 * for the decoder to locate liars by. Projecting is linear in the answer; to check such an answer
 * by itself would be to compute it again. Confined to one thread.
 */
final class MapChecks {

  private final AnswerShape shape;
  private final Kernels kernels;
  private final int workers;
  private Optional<ProductVerifier> verifier = Optional.empty();

  MapChecks(AnswerShape shape, Kernels kernels, int workers) {
    this.shape = shape;
    this.kernels = kernels;
    this.workers = workers;
  }

  /** By shape and range alone. */
  AnswerCheck trusting() {
    return (worker, answer) -> verdict(shape.objection(answer), Projection.NONE);
  }

  /** Projected for the decoder. */
  AnswerCheck locating(CodedJob job) {
    Projector projector = draw(job);
    return (worker, answer) -> {
      Optional<String> objection = shape.objection(answer);
      return objection.isPresent()
          ? verdict(objection, Projection.NONE)
          : verdict(objection, projector.project(answer));
    };
  }

  /** Y = X̃ᵀ·X̃ by Freivalds. */
  AnswerCheck gram(CodedJob job, EncodedOperand x) {
    List<Block> turned = x.sources().stream().map(MapChecks::transposed).toList();
    EncodedOperand left = new EncodedOperand(x.encodings(), turned);
    ProductVerifier drawn = ProductVerifier.of(draw(job), kernels, left, x);
    verifier = Optional.of(drawn);
    return (worker, answer) ->
        verdict(shape.objection(answer).or(() -> drawn.objection(worker, answer)), Projection.NONE);
  }

  /** How large a lie of one worker may be without being noticed; 0 over finite fields. */
  double blindSpot(int worker) {
    return verifier.map(v -> v.blindSpot(worker)).orElse(0.0);
  }

  private Projector draw(CodedJob job) {
    int trials =
        shape.arithmetic().exact()
            ? ProjectionTrials.needed(shape.arithmetic(), workers)
            : ProductVerifier.REAL_TRIALS;
    return Projector.draw(shape, trials, kernels, job.secrets());
  }

  private static Block transposed(Block block) {
    return new Block(block.planes().stream().map(Matrix::transpose).toList());
  }

  private static Verdict verdict(Optional<String> objection, Projection projection) {
    return objection.<Verdict>map(Verdict.Wrong::new).orElse(new Verdict.Sound(projection));
  }
}
