package io.lagrid.engine.evaluate;

import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Partition;
import io.lagrid.codes.Projection;
import io.lagrid.codes.decode.ProjectionTrials;
import io.lagrid.codes.decode.UnseenLies;
import io.lagrid.engine.job.CodedJob;
import io.lagrid.engine.round.AnswerCheck;
import io.lagrid.engine.round.AnswerCheck.Verdict;
import io.lagrid.engine.share.EncodedOperand;
import io.lagrid.engine.share.EncodedProduct;
import io.lagrid.engine.verify.AnswerShape;
import io.lagrid.engine.verify.ProductVerifier;
import io.lagrid.engine.verify.Projector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the answers of a map are judged: their shape and range always; products, and Gram matrices,
 * which are products of shares with their transposes, by Freivalds; answers of other maps are
 * projected, for the decoder to locate liars by. Projecting is linear in the answer; to check such
 * an answer by itself would be to compute it again. Confined to one thread.
 */
final class MapChecks {

  private final AnswerShape shape;
  private final Kernels kernels;
  private final int workers;
  private final List<ProductVerifier> verifiers = new ArrayList<>();

  MapChecks(AnswerShape shape, Kernels kernels, int workers) {
    this.shape = shape;
    this.kernels = kernels;
    this.workers = workers;
  }

  /** By shape and range alone. */
  AnswerCheck trusting() {
    return (worker, answer) -> Verdict.of(shape.objection(answer), () -> Projection.NONE);
  }

  /** Projected for the decoder. */
  AnswerCheck locating(CodedJob job) {
    Projector projector = draw(job, shape);
    return (worker, answer) -> Verdict.of(shape.objection(answer), () -> projector.project(answer));
  }

  /**
   * Products of shares by Freivalds, several below each other if blocks are stacks.
   *
   * @param left the left factors, in so many parts
   * @param right the right factors, likewise
   */
  AnswerCheck products(CodedJob job, List<EncodedOperand> left, List<EncodedOperand> right) {
    int parts = left.size();
    int rows = shape.rows() / parts;
    AnswerShape part = new AnswerShape(shape.arithmetic(), rows, shape.columns());
    Projector projector = draw(job, part);
    for (int i = 0; i < parts; i++) {
      Partition summed = new Partition(left.get(i).blocksPerShare(), 1, 1);
      EncodedProduct product = new EncodedProduct(left.get(i), right.get(i), summed);
      verifiers.add(ProductVerifier.of(projector, kernels, product));
    }
    return (worker, answer) ->
        Verdict.of(
            shape.objection(answer).or(() -> objection(worker, answer, rows)),
            () -> Projection.NONE);
  }

  private Optional<String> objection(int worker, Block answer, int rows) {
    Optional<String> objection = Optional.empty();
    for (int i = 0; i < verifiers.size() && objection.isEmpty(); i++) {
      objection = verifiers.get(i).objection(worker, rows(answer, i * rows, rows));
    }
    return objection;
  }

  private static Block rows(Block block, int from, int rows) {
    return new Block(
        block.planes().stream().map(p -> p.block(from, 0, rows, p.columns())).toList());
  }

  /** One of several equal parts, below each other, of every block of an operand. */
  static EncodedOperand part(EncodedOperand operand, int index, int parts, boolean transposed) {
    int rows = operand.blockRows() / parts;
    List<Block> sources =
        operand.denseSources().stream()
            .map(block -> rows(block, index * rows, rows))
            .map(block -> transposed ? transposed(block) : block)
            .toList();
    return new EncodedOperand(operand.encodings(), sources);
  }

  /**
   * The lies that pass; none over finite fields, or where answers are not checked.
   *
   * @param liars how many are tolerated
   */
  UnseenLies unseen(int liars) {
    return verifiers.isEmpty()
        ? UnseenLies.NONE
        : new UnseenLies(
            Math.max(1, liars),
            worker -> verifiers.stream().mapToDouble(v -> v.blindSpot(worker)).max().orElse(0));
  }

  private Projector draw(CodedJob job, AnswerShape projected) {
    int trials =
        shape.arithmetic().exact()
            ? ProjectionTrials.needed(shape.arithmetic(), workers)
            : ProductVerifier.REAL_TRIALS;
    return Projector.draw(projected, trials, kernels, job.secrets());
  }

  private static Block transposed(Block block) {
    return new Block(block.planes().stream().map(Matrix::transpose).toList());
  }
}
