package io.lagrid.engine.convolution;

import io.lagrid.algebra.convolution.Convolution;
import io.lagrid.algebra.convolution.Extent;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.codes.Projection;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.cluster.ShareKey;
import io.lagrid.engine.job.CodedJob;
import io.lagrid.engine.job.JobRules;
import io.lagrid.engine.job.RunStory;
import io.lagrid.engine.job.Stopwatch;
import io.lagrid.engine.report.Outcome;
import io.lagrid.engine.round.AnswerCheck;
import io.lagrid.engine.round.AnswerCheck.Verdict;
import io.lagrid.engine.round.Collected;
import io.lagrid.engine.round.Coordinator;
import io.lagrid.engine.share.EncodedOperand;
import io.lagrid.engine.verify.AnswerShape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The life of one coded convolution: numbers, chunks, shares, one round, decoded sums, result.
 *
 * <p>Confined to one thread.
 */
final class ConvolutionSession {

  private final ConvolutionBlueprint blueprint;
  private final Chunking chunking;
  private final Arithmetic arithmetic;
  private final JobRules rules;
  private final CodedJob job;

  ConvolutionSession(Lagrid lagrid, ConvolutionBlueprint blueprint) {
    this.blueprint = blueprint;
    this.chunking = blueprint.chunking();
    this.arithmetic = blueprint.numbers().numbers().arithmetic();
    this.rules = lagrid.rules(blueprint.verified());
    this.job = new CodedJob(lagrid.cluster(), blueprint.code(), arithmetic, rules);
  }

  Outcome<Operand> run(Operand left, Operand right) throws InterruptedException {
    Stopwatch watch = new Stopwatch(job.clock());
    EncodedOperand a = job.prepare(0, chunks(0, left));
    EncodedOperand b = job.prepare(1, chunks(1, right));
    ShareKey leftKey = CodedJob.key(0);
    ShareKey rightKey = CodedJob.key(1);
    try {
      long bytes = job.place(leftKey, a) + job.place(rightKey, b);
      RunStory story =
          new RunStory(blueprint.decided(), blueprint.arithmetic(), watch.lap(), bytes);
      Coordinator round =
          job.run(
              new ConvolutionTask(chunking.chunk()), List.of(leftKey, rightKey), () -> check(a, b));
      story.collected(round, watch.lap());
      return finish(
          round.outcome(),
          story,
          watch,
          () -> new ConvolutionRounding(blueprint.code(), a, b, terms()));
    } finally {
      job.release(leftKey);
      job.release(rightKey);
    }
  }

  private Outcome<Operand> finish(
      Collected collected,
      RunStory story,
      Stopwatch watch,
      Supplier<ConvolutionRounding> rounding) {
    if (collected instanceof Collected.NotEnough failed) {
      return new Outcome.Failed<>(failed.failure(), story.report());
    }
    Collected.Enough enough = (Collected.Enough) collected;
    Operand result = assemble(job.decode(enough));
    double bound = blueprint.numbers().errorBound();
    if (!arithmetic.exact()) {
      bound += rounding.get().relativeBound(enough.decoding(), chunking.overlaps());
    }
    story.decoded(watch.lap(), bound);
    return story.ended(result);
  }

  /** Numbers become planes, planes chunks. */
  private List<Block> chunks(int side, Operand operand) {
    Block whole =
        blueprint.numbers().numbers().cut(side, List.of(operand), blueprint.whole(side)).get(0);
    List<List<Matrix>> byPlane =
        whole.planes().stream().map(plane -> chunking.cut(side, plane)).toList();
    List<Block> chunks = new ArrayList<>();
    for (int i = 0; i < byPlane.get(0).size(); i++) {
      int chunk = i;
      chunks.add(new Block(byPlane.stream().map(plane -> plane.get(chunk)).toList()));
    }
    return chunks;
  }

  /** Sums of products become planes of the result, and numbers again. */
  private Operand assemble(List<Block> sums) {
    List<Matrix> planes = new ArrayList<>();
    for (int i = 0; i < arithmetic.size(); i++) {
      int index = i;
      Field field = arithmetic.plane(i);
      Extent extent = blueprint.convolution().result();
      Matrix plane = Matrix.zeros(extent.rows(), extent.width());
      chunking.add(sums.stream().map(block -> block.plane(index)).toList(), plane);
      field.reduce(plane.data(), 0, plane.data().length);
      planes.add(plane);
    }
    return blueprint
        .numbers()
        .numbers()
        .assemble(List.of(new Block(planes)), blueprint.whole(2))
        .get(0);
  }

  private AnswerCheck check(EncodedOperand left, EncodedOperand right) {
    AnswerShape shape = blueprint.answers();
    if (!blueprint.verified() && blueprint.tolerance().adversaries() == 0) {
      return (worker, answer) -> Verdict.of(shape.objection(answer), () -> Projection.NONE);
    }
    ConvolutionVerifier verifier =
        new ConvolutionVerifier(
            chunking.chunk(), arithmetic, rules.kernels(), rules.secrets(), left, right);
    if (!blueprint.verified()) {
      return (worker, answer) ->
          Verdict.of(shape.objection(answer), () -> verifier.project(answer));
    }
    return (worker, answer) ->
        Verdict.of(
            shape.objection(answer).or(() -> verifier.objection(worker, answer)),
            () -> Projection.NONE);
  }

  /** A bound on the terms of any entry of an answer. */
  private double terms() {
    Convolution chunk = chunking.chunk();
    return Math.min(chunk.left().entries(), chunk.right().entries());
  }
}
