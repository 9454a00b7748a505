package io.lagrid.engine.map;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Projection;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.Tolerance;
import io.lagrid.codes.approximate.CurveCode;
import io.lagrid.codes.approximate.CurveScheme;
import io.lagrid.codes.approximate.Estimate;
import io.lagrid.codes.approximate.EstimateWanted;
import io.lagrid.codes.leakage.GaussianLeakage;
import io.lagrid.codes.leakage.Leakage;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.ShareKey;
import io.lagrid.engine.function.BlockFunction;
import io.lagrid.engine.job.CodedJob;
import io.lagrid.engine.job.JobRules;
import io.lagrid.engine.job.RunStory;
import io.lagrid.engine.job.Stopwatch;
import io.lagrid.engine.plan.Caps;
import io.lagrid.engine.plan.Plan;
import io.lagrid.engine.plan.PlanRequest;
import io.lagrid.engine.plan.PlanTable;
import io.lagrid.engine.plan.Planner;
import io.lagrid.engine.report.Outcome;
import io.lagrid.engine.report.RunReport;
import io.lagrid.engine.round.AnswerCheck;
import io.lagrid.engine.round.Collected;
import io.lagrid.engine.round.Coordinator;
import io.lagrid.engine.share.EncodedOperand;
import io.lagrid.engine.share.GaussianMask;
import io.lagrid.engine.verify.AnswerShape;
import io.lagrid.engine.verify.Projector;
import java.util.List;
import java.util.Optional;

/**
 * The life of one function estimated over its blocks: order, encode, place, run, locate liars,
 * estimate.
 *
 * <p>Answers are projected on secret random vectors; from these few scalars of every answer the
 * decoder chooses λ, estimates the error and locates liars. Confined to one thread.
 */
public final class MapSession {

  /** How many projections stand for an answer. */
  private static final int TRIALS = 8;

  private static final RunReport.ArithmeticReport REAL =
      new RunReport.ArithmeticReport(false, List.of(), 0, 0);

  private final Cluster cluster;
  private final JobRules rules;
  private final Planner planner;
  private final Tolerance tolerance;
  private final Caps caps;
  private final MapSettings settings;

  /**
   * A session on a cluster.
   *
   * @param rules how its round runs
   * @param planner which chooses the curves
   * @param tolerance what to survive
   * @param caps what the plan may take at most
   * @param settings how to estimate
   */
  public MapSession(
      Cluster cluster,
      JobRules rules,
      Planner planner,
      Tolerance tolerance,
      Caps caps,
      MapSettings settings) {
    this.cluster = cluster;
    this.rules = rules;
    this.planner = planner;
    this.tolerance = tolerance;
    this.caps = caps;
    this.settings = settings;
  }

  /**
   * Estimates f(X_1), …, f(X_K).
   *
   * @param function f
   * @param blocks X_1, …, X_K, of one shape, finite; not modified
   * @throws IllegalArgumentException if the blocks are no such blocks, there are too few workers,
   *     or the function has no value at the first block, where it is tried
   * @throws InterruptedException if the thread is interrupted while it waits; the round is
   *     cancelled
   */
  public Outcome<Mapped> run(BlockFunction function, List<Matrix> blocks)
      throws InterruptedException {
    Stopwatch watch = new Stopwatch(cluster.clock());
    MapOperands operands = new MapOperands(blocks);
    PlanRequest request = request(function, operands);
    Plan plan = planner.best(request);
    operands.tryOut(new MapTask(function));
    CurveCode code = (CurveCode) plan.code();
    code = settings.ordered() ? code.inOrder(operands.order(rules.kernels())) : code;
    WantedCode wanted = new WantedCode(code, wanted(plan), settings.enough());
    CodedJob job = new CodedJob(cluster, wanted, Arithmetic.real(), rules);
    Operation operation = request.requirement().operation();
    double seconds = watch.lap() * 1e-9;
    RunStory.Decided decided = new RunStory.Decided(operation, plan, tolerance, seconds);
    ShareKey key = CodedJob.key(0);
    try {
      long bytes = job.place(key, encoded(code, operands));
      RunStory story = new RunStory(decided, REAL, watch.lap(), bytes);
      Coordinator round =
          job.run(new MapTask(function), List.of(key), () -> check(function, operands));
      story.collected(round, watch.lap());
      if (round.outcome() instanceof Collected.NotEnough failed) {
        return new Outcome.Failed<>(failed.failure(), story.report());
      }
      List<Block> values = job.decode((Collected.Enough) round.outcome());
      story.decoded(watch.lap(), Double.NaN);
      return new Outcome.Succeeded<>(
          mapped(values, wanted.estimate(), leakage(code)), story.report());
    } finally {
      job.release(key);
    }
  }

  /** The blocks with noise as large as the settings say. */
  private EncodedOperand encoded(CurveCode code, MapOperands operands) {
    return new GaussianMask(settings.maskingNoise())
        .prepare(code.encoding(0, RealField.instance()), operands.asBlocks(), rules.secrets());
  }

  /**
   * What is planned for a function of blocks.
   *
   * @param requirement whose operation is an {@link Operation.Map}
   * @param settings how to estimate
   * @param caps what plans may take at most
   * @throws IllegalArgumentException if the function has no value on such blocks
   */
  public static PlanRequest planning(
      BlockFunction function, Requirement requirement, MapSettings settings, Caps caps) {
    Operation.Map map = (Operation.Map) requirement.operation();
    function.resultRows(map.rows(), map.columns());
    function.resultColumns(map.rows(), map.columns());
    return new PlanRequest(
        requirement,
        settings.scheme().map(CurveScheme::code),
        new CurveWorkload(function, map, settings),
        caps);
  }

  /** Every code side by side for these blocks. */
  public PlanTable plans(BlockFunction function, List<Matrix> blocks) {
    return planner.table(request(function, new MapOperands(blocks)));
  }

  private PlanRequest request(BlockFunction function, MapOperands operands) {
    Operation.Map map = new Operation.Map(operands.count(), operands.rows(), operands.columns());
    Requirement requirement =
        new Requirement(map, cluster.workers(), tolerance, false, false, Optional.empty());
    return planning(function, requirement, settings, caps);
  }

  private EstimateWanted wanted(Plan plan) {
    return new EstimateWanted(
        plan.answers(),
        settings.targetError(),
        tolerance.adversaries(),
        settings.answerNoise(),
        settings.smoothing());
  }

  private AnswerCheck check(BlockFunction function, MapOperands operands) {
    AnswerShape shape =
        new AnswerShape(
            Arithmetic.real(),
            function.resultRows(operands.rows(), operands.columns()),
            function.resultColumns(operands.rows(), operands.columns()));
    Projector projector = Projector.draw(shape, TRIALS, rules.kernels(), rules.secrets());
    return (worker, answer) -> {
      Optional<String> objection = shape.objection(answer);
      if (objection.isPresent()) {
        return new AnswerCheck.Verdict.Wrong(objection.get());
      }
      Projection projection = projector.project(answer);
      return new AnswerCheck.Verdict.Sound(projection);
    };
  }

  private Optional<Leakage> leakage(CurveCode code) {
    return tolerance.colluders() == 0
        ? Optional.empty()
        : Optional.of(
            new GaussianLeakage(code.encoding(0, RealField.instance()), cluster.workers())
                .worst(tolerance.colluders(), 1 / settings.maskingNoise()));
  }

  private static Mapped mapped(List<Block> values, Estimate estimate, Optional<Leakage> leakage) {
    List<Matrix> blocks = values.stream().map(block -> block.plane(0)).toList();
    double squares = 0;
    long entries = 0;
    for (Matrix block : blocks) {
      for (double entry : block.data()) {
        squares += entry * entry;
      }
      entries += block.data().length;
    }
    double size = Math.sqrt(squares / Math.max(1, entries));
    double relative = estimate.relativeError();
    Mapped.Accuracy accuracy =
        new Mapped.Accuracy(estimate.answers(), relative, relative * size, estimate.smoothing());
    return new Mapped(blocks, accuracy, leakage);
  }
}
