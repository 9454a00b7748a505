package io.lagrid.engine.evaluate;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.codes.Decoding;
import io.lagrid.codes.polynomial.MapCode;
import io.lagrid.engine.cluster.ShareKey;
import io.lagrid.engine.job.CodedJob;
import io.lagrid.engine.job.RunStory;
import io.lagrid.engine.job.Stopwatch;
import io.lagrid.engine.polynomial.Gram;
import io.lagrid.engine.polynomial.PolynomialMap;
import io.lagrid.engine.report.Outcome;
import io.lagrid.engine.round.AnswerCheck;
import io.lagrid.engine.round.Collected;
import io.lagrid.engine.round.Coordinator;
import io.lagrid.engine.share.EncodedOperand;
import java.util.ArrayList;
import java.util.List;

/** The life of one evaluation, stage after stage. Confined to one thread. */
final class MapSession {

  private final MapBlueprint blueprint;
  private final CodedJob job;
  private final MapChecks checks;
  private final List<EncodedOperand> encoded = new ArrayList<>();
  private final List<ShareKey> keys = new ArrayList<>();

  MapSession(MapBlueprint blueprint, CodedJob job, MapChecks checks) {
    this.blueprint = blueprint;
    this.job = job;
    this.checks = checks;
  }

  /**
   * Encodes, dispatches, collects, decodes and assembles.
   *
   * @param planSeconds how long the plan took, for the report
   */
  Outcome<List<Operand>> run(double planSeconds) throws InterruptedException {
    Stopwatch watch = new Stopwatch(job.clock());
    try {
      long bytes = place();
      RunStory story =
          new RunStory(
              blueprint.decided(planSeconds), blueprint.numbers().report(), watch.lap(), bytes);
      Coordinator round = job.run(new MapTask(blueprint.task()), keys, this::check);
      story.collected(round, watch.lap());
      if (round.outcome() instanceof Collected.NotEnough failed) {
        return new Outcome.Failed<>(failed.failure(), story.report());
      }
      List<Operand> results = results((Collected.Enough) round.outcome(), story, watch);
      return story.ended(results);
    } finally {
      keys.forEach(job::release);
    }
  }

  private long place() {
    PolynomialMap map = blueprint.cutting().map();
    long bytes = 0;
    for (int i = 0; i < map.operands(); i++) {
      Operand source = blueprint.operands().source(i, blueprint.blocks());
      List<Block> blocks = blueprint.numbers().cut(i, source, blueprint.grid(i));
      encoded.add(job.prepare(map.common(i) ? MapCode.COMMON : MapCode.CUT, blocks));
      keys.add(CodedJob.key(i));
      bytes += job.place(keys.get(i), encoded.get(i));
    }
    return bytes;
  }

  private AnswerCheck check() {
    if (blueprint.verified()) {
      return products();
    }
    return blueprint.tolerance().adversaries() > 0 ? checks.locating(job) : checks.trusting();
  }

  private AnswerCheck products() {
    boolean gram = blueprint.cutting().map() instanceof Gram;
    int parts = blueprint.task() instanceof Stacked stacked ? stacked.count() : 1;
    List<EncodedOperand> left = new ArrayList<>();
    List<EncodedOperand> right = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      left.add(MapChecks.part(encoded.get(0), i, parts, gram));
      right.add(MapChecks.part(encoded.get(gram ? 0 : 1), i, parts, false));
    }
    return checks.products(job, left, right);
  }

  private List<Operand> results(Collected.Enough enough, RunStory story, Stopwatch watch) {
    boolean sum = blueprint.cutting().summed();
    boolean byCoefficients = !enough.decoding().coefficients().isEmpty();
    Collected.Enough combined =
        sum && byCoefficients
            ? new Collected.Enough(summed(enough.decoding()), enough.answers())
            : enough;
    List<Block> blocks = job.decode(combined);
    if (sum && !byCoefficients) {
      blocks = List.of(job.sum(blocks));
    }
    double errorBound = errorBound(combined.decoding());
    List<Operand> results =
        blueprint.cutting().results(new Promise(blueprint, errorBound).values(blocks));
    story.decoded(watch.lap(), errorBound);
    return results;
  }

  /** The sum of all values is decoded at once: its coefficients are the sums of theirs. */
  private Decoding.Decodable summed(Decoding.Decodable decoding) {
    List<Matrix> sums = new ArrayList<>();
    for (int plane = 0; plane < decoding.coefficients().size(); plane++) {
      Field field = blueprint.numbers().arithmetic().plane(plane);
      Matrix each = decoding.coefficients().get(plane);
      Matrix sum = Matrix.zeros(1, each.columns());
      for (int b = 0; b < each.rows(); b++) {
        for (int i = 0; i < each.columns(); i++) {
          sum.set(0, i, field.add(sum.get(0, i), each.get(b, i)));
        }
      }
      sums.add(sum);
    }
    return new Decoding.Decodable(decoding.used(), sums, decoding.rejected());
  }

  private double errorBound(Decoding.Decodable decoding) {
    double conversion = blueprint.numbers().error();
    double largest = blueprint.operation().largest();
    if (blueprint.numbers().arithmetic().exact() || largest == 0) {
      return conversion;
    }
    List<Matrix> coefficients =
        encoded.stream().map(operand -> operand.encodings().get(0).coefficients()).toList();
    MapRounding rounding =
        new MapRounding(
            blueprint.task(), coefficients, blueprint.blockShapes(), blueprint.operands().scales());
    return conversion
        + rounding.bound(decoding, checks.unseen(blueprint.tolerance().adversaries())) / largest;
  }
}
