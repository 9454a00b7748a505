package io.lagrid.engine;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.algebra.matrix.OperandBlock;
import io.lagrid.algebra.matrix.SparseOperand;
import io.lagrid.codes.Encoding;
import io.lagrid.codes.Partition;
import io.lagrid.engine.assemble.AnswerPieces;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.ProductTask;
import io.lagrid.engine.cluster.ShareKey;
import io.lagrid.engine.job.CodedJob;
import io.lagrid.engine.job.RunStory;
import io.lagrid.engine.job.Stopwatch;
import io.lagrid.engine.partition.BlockGrid;
import io.lagrid.engine.partition.NumberChoice;
import io.lagrid.engine.report.Outcome;
import io.lagrid.engine.report.RunReport;
import io.lagrid.engine.report.StoredOperand;
import io.lagrid.engine.round.Collected;
import io.lagrid.engine.round.Coordinator;
import io.lagrid.engine.share.EncodedOperand;
import io.lagrid.engine.share.GaussianMask;
import java.util.List;

/**
 * The life of a coded product, stage after stage. The left operands are cut, encoded and placed
 * once; each round cuts, encodes and places right operands, dispatches, verifies and collects the
 * answers, decodes them and assembles the results.
 *
 * <p>Confined to one thread at a time.
 */
final class ProductSession implements AutoCloseable {

  private final ProductBlueprint blueprint;
  private final CodedJob job;
  private final ShareKey leftKey = CodedJob.key(0);
  private final ProductChecks checks;
  private final AnswerPieces pieces;
  private long unreportedNanos;
  private final Told placedLeft;
  private long reportedBytes; // of the left operands

  /** Encodes and places the left operands. */
  ProductSession(
      Cluster cluster,
      ProductBlueprint blueprint,
      Environment environment,
      List<? extends Operand> left) {
    this.blueprint = blueprint;
    Partition share = blueprint.code().sharePartition();
    this.pieces = new AnswerPieces(share.m(), share.n());
    NumberChoice choice = blueprint.numbers();
    this.job =
        new CodedJob(
            cluster,
            blueprint.code(),
            choice.numbers().arithmetic(),
            blueprint.settings().rules(environment, blueprint.settings().locatedAdversaries()));
    Stopwatch watch = new Stopwatch(job.clock());
    OperandForms.Formed formed = blueprint.forms().of(0, left);
    EncodedOperand encoded = prepared(0, cut(choice, 0, formed, blueprint.left()), blueprint, job);
    this.placedLeft = Told.of("left", left, formed, job.placement(leftKey, encoded));
    this.unreportedNanos = watch.lap();
    this.checks = new ProductChecks(blueprint, environment.kernels(), job.secrets(), encoded);
  }

  /**
   * What there is to tell of one operand.
   *
   * @param given whether it was handed in sparse
   * @param stored what the workers hold
   * @param bytes how many bytes were sent
   */
  private record Told(boolean given, StoredOperand stored, long bytes) {

    static Told of(
        String name,
        List<? extends Operand> operands,
        OperandForms.Formed formed,
        CodedJob.Placement placed) {
      StoredOperand stored =
          new StoredOperand(
              name,
              formed.sparse(),
              operands.stream().mapToLong(Operand::entries).sum(),
              placed.entries(),
              placed.largest(),
              formed.note());
      return new Told(operands.get(0) instanceof SparseOperand, stored, placed.bytes());
    }
  }

  /** Operands become blocks, dense or sparse. */
  private static List<? extends OperandBlock> cut(
      NumberChoice choice, int side, OperandForms.Formed formed, BlockGrid grid) {
    return formed.sparse()
        ? choice
            .numbers()
            .cutSparse(
                side, formed.operands().stream().map(SparseOperand.class::cast).toList(), grid)
        : choice.numbers().cut(side, formed.operands(), grid);
  }

  /** An operand with its encoding and noise: uniform over finite fields, else normal. */
  private static EncodedOperand prepared(
      int operand, List<? extends OperandBlock> blocks, ProductBlueprint blueprint, CodedJob job) {
    Field field = blueprint.numbers().numbers().arithmetic().plane(0);
    Encoding encoding = blueprint.code().encoding(operand, field);
    return field.exact() || encoding.noiseBlocks() == 0
        ? job.prepare(operand, blocks)
        : new GaussianMask(blueprint.settings().maskingNoise())
            .prepare(encoding, blocks.stream().map(Block.class::cast).toList(), job.secrets());
  }

  /**
   * One round.
   *
   * @param right one right operand per left operand; not modified
   * @throws InterruptedException if the thread is interrupted while it waits; the round is
   *     cancelled
   */
  Outcome<List<Operand>> multiply(List<? extends Operand> right) throws InterruptedException {
    Stopwatch watch = new Stopwatch(job.clock());
    NumberChoice choice = blueprint.perRound().forRight(right);
    OperandForms.Formed formed = blueprint.forms().of(1, right);
    EncodedOperand encoded = prepared(1, cut(choice, 1, formed, blueprint.right()), blueprint, job);
    ShareKey key = CodedJob.key(1);
    try {
      Told told = Told.of("right", right, formed, job.placement(key, encoded));
      RunStory story = begin(choice, watch.lap(), told.bytes());
      if (placedLeft.given() || told.given()) {
        story.stored(List.of(placedLeft.stored(), told.stored()));
      }
      return collect(key, encoded, new Telling(choice, story, watch));
    } finally {
      job.release(key);
    }
  }

  /**
   * The story of a round, which also tells what was done for the left operands since the last one:
   * before the first they are encoded and sent, and loads that changed may have sent more of them.
   */
  private RunStory begin(NumberChoice choice, long encodeNanos, long bytes) {
    long left = job.sentBytes(leftKey, placedLeft.bytes());
    RunStory story =
        new RunStory(
            blueprint.decided(),
            arithmetic(choice),
            encodeNanos + unreportedNanos,
            bytes + left - reportedBytes);
    unreportedNanos = 0;
    reportedBytes = left;
    return story;
  }

  private static RunReport.ArithmeticReport arithmetic(NumberChoice choice) {
    Arithmetic arithmetic = choice.numbers().arithmetic();
    return new RunReport.ArithmeticReport(
        arithmetic.exact(), arithmetic.primes(), choice.leftBits(), choice.rightBits());
  }

  /** What one round computes with, and tells. */
  private record Telling(NumberChoice numbers, RunStory story, Stopwatch watch) {}

  private Outcome<List<Operand>> collect(ShareKey key, EncodedOperand right, Telling telling)
      throws InterruptedException {
    RunStory story = telling.story();
    Coordinator round =
        job.run(
            new ProductTask(pieces.rows(), pieces.columns()),
            List.of(leftKey, key),
            () -> checks.forRound(right));
    story.collected(round, telling.watch().lap());
    Collected collected = round.outcome();
    if (collected instanceof Collected.NotEnough failed) {
      return new Outcome.Failed<>(failed.failure(), story.report());
    }
    Collected.Enough enough = (Collected.Enough) collected;
    NumberChoice choice = telling.numbers();
    List<Block> answers = pieces.of(enough.answers());
    List<Block> blocks = job.decode(new Collected.Enough(enough.decoding(), answers));
    List<Operand> results = choice.numbers().assemble(blocks, blueprint.result());
    story.decoded(telling.watch().lap(), checks.errorBound(choice, enough.decoding()));
    return story.ended(results);
  }

  @Override
  public void close() {
    job.release(leftKey);
  }
}
