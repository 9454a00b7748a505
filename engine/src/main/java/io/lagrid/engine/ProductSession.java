package io.lagrid.engine;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.codes.ProductCode;
import io.lagrid.engine.assemble.AnswerDecoder;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.ProductTask;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.Share;
import io.lagrid.engine.cluster.ShareKey;
import io.lagrid.engine.partition.NumberChoice;
import io.lagrid.engine.partition.Numbers;
import io.lagrid.engine.report.Outcome;
import io.lagrid.engine.round.Collected;
import io.lagrid.engine.round.Coordinator;
import io.lagrid.engine.round.RoundPlan;
import io.lagrid.engine.share.EncodedOperand;
import io.lagrid.engine.share.Encoder;
import java.util.List;

/**
 * The life of a coded product, stage after stage. The left operands are cut, encoded and placed
 * once; each round cuts, encodes and places right operands, dispatches, verifies and collects the
 * answers, decodes them and assembles the results.
 *
 * <p>Confined to one thread at a time.
 */
final class ProductSession implements AutoCloseable {

  private final Cluster cluster;
  private final ProductBlueprint blueprint;
  private final Environment environment;
  private final Encoder encoder;
  private final ShareKey leftKey;
  private final ProductChecks checks;
  private long unreportedNanos;
  private long unreportedBytes;

  /** Encodes and places the left operands. */
  ProductSession(
      Cluster cluster,
      ProductBlueprint blueprint,
      Environment environment,
      List<? extends Operand> left) {
    this.cluster = cluster;
    this.blueprint = blueprint;
    this.environment = environment;
    Randomness secrets = environment.secrets().get();
    this.encoder = new Encoder(arithmetic(), environment.kernels(), secrets);
    this.leftKey = new ShareKey(JobNumbers.next(), 0);
    long start = clock().nanos();
    EncodedOperand encoded =
        encoder.prepare(code(), 0, blueprint.numbers().numbers().cut(0, left, blueprint.left()));
    this.unreportedBytes = place(leftKey, encoded);
    this.unreportedNanos = clock().nanos() - start;
    this.checks = new ProductChecks(blueprint, environment, secrets, encoded);
  }

  /**
   * One round.
   *
   * @param right one right operand per left operand; not modified
   * @throws InterruptedException if the thread is interrupted while it waits; the round is
   *     cancelled
   */
  Outcome<List<Operand>> multiply(List<? extends Operand> right) throws InterruptedException {
    Stopwatch watch = new Stopwatch(clock());
    NumberChoice choice = blueprint.perRound().forRight(right);
    EncodedOperand encoded =
        encoder.prepare(code(), 1, choice.numbers().cut(1, right, blueprint.right()));
    ShareKey key = new ShareKey(JobNumbers.next(), 1);
    try {
      long bytes = place(key, encoded);
      RunStory story =
          new RunStory(blueprint, choice, watch.lap() + takeNanos(), bytes + takeBytes());
      return collect(key, encoded, story, watch);
    } finally {
      cluster.release(key);
    }
  }

  private Outcome<List<Operand>> collect(
      ShareKey key, EncodedOperand right, RunStory story, Stopwatch watch)
      throws InterruptedException {
    Dispatch dispatch = new Dispatch(JobNumbers.next(), new ProductTask(), List.of(leftKey, key));
    Coordinator coordinator;
    try (Round round = cluster.start(dispatch)) {
      long deadline = blueprint.deadline(clock().nanos());
      coordinator = new Coordinator(round, rules(dispatch, right, deadline), clock());
      coordinator.run();
    }
    story.collected(coordinator, watch.lap());
    Collected collected = coordinator.outcome();
    if (collected instanceof Collected.NotEnough failed) {
      return new Outcome.Failed<>(failed.failure(), story.report());
    }
    Collected.Enough enough = (Collected.Enough) collected;
    List<Operand> results = decode(enough, story.numbers().numbers());
    story.decoded(watch.lap(), checks.errorBound(story.numbers(), enough.decoding(), right));
    return new Outcome.Succeeded<>(results, story.report());
  }

  private RoundPlan rules(Dispatch dispatch, EncodedOperand right, long deadline) {
    int located =
        blueprint.settings().verifies() ? 0 : blueprint.settings().tolerance().adversaries();
    return new RoundPlan(
        dispatch.round(),
        code().parameters().workers(),
        code().parameters().recoveryThreshold(),
        checks.forRound(right),
        code().newDecoder(arithmetic(), located),
        deadline,
        environment.listener());
  }

  private List<Operand> decode(Collected.Enough enough, Numbers numbers) {
    AnswerDecoder decoder = new AnswerDecoder(arithmetic(), environment.kernels());
    List<Block> blocks = decoder.decode(enough.decoding(), enough.answers());
    return numbers.assemble(blocks, blueprint.result());
  }

  /** Encodes an operand and places its shares; returns the bytes sent. */
  private long place(ShareKey key, EncodedOperand operand) {
    List<Block> blocks = encoder.encode(operand);
    int perWorker = blocks.size() / code().parameters().workers();
    long bytes = 0;
    for (int worker = 0; worker < code().parameters().workers(); worker++) {
      List<Block> own = blocks.subList(worker * perWorker, (worker + 1) * perWorker);
      Share share = new Share(arithmetic(), own);
      cluster.place(key, worker, share);
      bytes += share.bytes();
    }
    return bytes;
  }

  private long takeNanos() {
    long nanos = unreportedNanos;
    unreportedNanos = 0;
    return nanos;
  }

  private long takeBytes() {
    long bytes = unreportedBytes;
    unreportedBytes = 0;
    return bytes;
  }

  private ProductCode code() {
    return blueprint.code();
  }

  private Arithmetic arithmetic() {
    return blueprint.numbers().numbers().arithmetic();
  }

  private Clock clock() {
    return cluster.clock();
  }

  @Override
  public void close() {
    cluster.release(leftKey);
  }
}
