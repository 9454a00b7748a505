package io.lagrid.engine.job;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.OperandBlock;
import io.lagrid.codes.Code;
import io.lagrid.engine.assemble.AnswerDecoder;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.Share;
import io.lagrid.engine.cluster.ShareKey;
import io.lagrid.engine.cluster.Task;
import io.lagrid.engine.round.AnswerCheck;
import io.lagrid.engine.round.Collected;
import io.lagrid.engine.round.Coordinator;
import io.lagrid.engine.round.RoundPlan;
import io.lagrid.engine.share.EncodedOperand;
import io.lagrid.engine.share.Encoder;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all coded computations do alike, whatever they compute: encode blocks and place them, run a
 * task on the shares, collect answers, and decode them into result blocks.
 *
 * <p>Confined to one thread at a time.
 */
public final class CodedJob {

  private static final Logger LOG = LoggerFactory.getLogger(CodedJob.class);

  private final Cluster cluster;
  private final Code code;
  private final Arithmetic arithmetic;
  private final JobRules rules;
  private final Encoder encoder;

  /** A job that has placed nothing yet. */
  public CodedJob(Cluster cluster, Code code, Arithmetic arithmetic, JobRules rules) {
    this.cluster = cluster;
    this.code = code;
    this.arithmetic = arithmetic;
    this.rules = rules;
    this.encoder = new Encoder(arithmetic, rules.kernels(), rules.secrets());
  }

  /** The cluster's clock. */
  public Clock clock() {
    return cluster.clock();
  }

  /** Where this job's noise and secret vectors come from. */
  public Randomness secrets() {
    return rules.secrets();
  }

  /** Pairs the blocks of an operand with their encoding and fresh noise. */
  public EncodedOperand prepare(int operand, List<? extends OperandBlock> blocks) {
    return encoder.prepare(code, operand, blocks);
  }

  /** A fresh key for an operand. */
  public static ShareKey key(int operand) {
    return new ShareKey(JobNumbers.next(), operand);
  }

  /**
   * What the workers were sent of an operand.
   *
   * @param bytes over all shares
   * @param entries how many entries all shares hold together, in one plane
   * @param largest how many entries the largest share holds, in one plane
   */
  public record Placement(long bytes, long entries, long largest) {}

  /**
   * Encodes an operand and places its shares under the key, all of them or, if one cannot be
   * placed, none; returns the bytes sent.
   */
  public long place(ShareKey key, EncodedOperand operand) {
    return placement(key, operand).bytes();
  }

  /** The same, but says what was sent. */
  public Placement placement(ShareKey key, EncodedOperand operand) {
    List<? extends OperandBlock> blocks = encoder.coded(operand);
    try {
      return placement(key, blocks);
    } catch (RuntimeException | Error e) {
      cluster.release(key);
      throw e;
    }
  }

  private Placement placement(ShareKey key, List<? extends OperandBlock> blocks) {
    int workers = code.parameters().workers();
    int perWorker = blocks.size() / workers;
    long bytes = 0;
    long entries = 0;
    long largest = 0;
    for (int worker = 0; worker < workers; worker++) {
      Share share =
          new Share(arithmetic, blocks.subList(worker * perWorker, (worker + 1) * perWorker));
      cluster.place(key, worker, share);
      bytes += share.bytes();
      long own = share.coded().stream().mapToLong(OperandBlock::entries).sum() / arithmetic.size();
      entries += own;
      largest = Math.max(largest, own);
    }
    return new Placement(cluster.sentBytes(key).orElse(bytes), entries, largest);
  }

  /** The bytes sent so far for an operand, if that many were when it was placed. */
  public long sentBytes(ShareKey key, long placed) {
    return cluster.sentBytes(key).orElse(placed);
  }

  /** Drops the shares under the key. */
  public void release(ShareKey key) {
    cluster.release(key);
  }

  /**
   * Runs one round on placed operands.
   *
   * @param check asked for once the workers compute, so that preparing it costs no time
   * @return the coordinator, whose round is over
   * @throws InterruptedException if the thread is interrupted while it waits; the round is
   *     cancelled
   */
  public Coordinator run(Task task, List<ShareKey> operands, Supplier<AnswerCheck> check)
      throws InterruptedException {
    Dispatch dispatch = new Dispatch(JobNumbers.next(), task, operands);
    try (Round round = cluster.start(dispatch)) {
      RoundPlan plan =
          new RoundPlan(
              dispatch.round(),
              code.parameters().workers(),
              code.parameters().recoveryThreshold(),
              check.get(),
              code.newDecoder(arithmetic, rules.located()),
              rules.deadline(clock().nanos()),
              rules.listener());
      Coordinator coordinator = new Coordinator(round, plan, clock());
      Collected ending = coordinator.run();
      LOG.debug(
          "round {} of {}: {}",
          dispatch.round(),
          code.parameters(),
          ending instanceof Collected.NotEnough failed ? failed.failure().message() : "decodable");
      return coordinator;
    }
  }

  /** The sum of blocks of one shape, of which there is at least one. */
  public Block sum(List<Block> blocks) {
    double[] ones = new double[blocks.size()];
    Arrays.fill(ones, 1);
    Matrix row = Matrix.of(1, ones.length, ones);
    Matrix shape = blocks.get(0).plane(0);
    Block sum = Block.zeros(arithmetic.size(), shape.rows(), shape.columns());
    for (int i = 0; i < arithmetic.size(); i++) {
      int plane = i;
      List<Matrix> terms = blocks.stream().map(block -> block.plane(plane)).toList();
      rules.kernels().combineOnCores(arithmetic.plane(i), row, terms, List.of(sum.plane(i)));
    }
    return sum;
  }

  /** The result blocks. */
  public List<Block> decode(Collected.Enough enough) {
    return new AnswerDecoder(arithmetic, rules.kernels())
        .decode(enough.decoding(), enough.answers());
  }
}
