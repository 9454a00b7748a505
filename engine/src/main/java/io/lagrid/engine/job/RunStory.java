package io.lagrid.engine.job;

import io.lagrid.codes.Operation;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.plan.Plan;
import io.lagrid.engine.report.Failure;
import io.lagrid.engine.report.Fate;
import io.lagrid.engine.report.Outcome;
import io.lagrid.engine.report.RunReport;
import io.lagrid.engine.report.StoredOperand;
import io.lagrid.engine.round.Coordinator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what one round has to tell, stage by stage, and whether its result may be given. Confined
 * to one thread.
 */
public final class RunStory {

  private final Decided decided;
  private final RunReport.ArithmeticReport arithmetic;
  private final long encodeNanos;
  private final long bytesUp;
  private @Nullable Coordinator round;
  private long awaitNanos;
  private long checkNanos;
  private long decodeNanos;
  private long bytesDown;
  private double errorBound = Double.NaN;
  private List<StoredOperand> stored = List.of();

  /**
   * What was settled before anything was moved.
   *
   * @param operation what is computed
   * @param plan with which code, at what price
   * @param tolerance what is tolerated
   * @param planSeconds how long it took to decide
   */
  public record Decided(Operation operation, Plan plan, Tolerance tolerance, double planSeconds) {}

  /** A story that begins with the operands encoded and sent. */
  public RunStory(
      Decided decided, RunReport.ArithmeticReport arithmetic, long encodeNanos, long bytesUp) {
    this.decided = decided;
    this.arithmetic = arithmetic;
    this.encodeNanos = encodeNanos;
    this.bytesUp = bytesUp;
  }

  /** What the workers hold of operands one of which was handed in sparse. */
  public void stored(List<StoredOperand> operands) {
    stored = List.copyOf(operands);
  }

  /** The round is over, so long after it was dispatched. */
  public void collected(Coordinator coordinator, long nanos) {
    round = coordinator;
    checkNanos = coordinator.checkNanos();
    bytesDown = coordinator.bytesReceived();
    awaitNanos = nanos;
  }

  /** The result is decoded, which took so long, with that bound on its error. */
  public void decoded(long nanos, double bound) {
    decodeNanos = nanos;
    errorBound = bound;
  }

  /**
   * The decoded result, or the failure that it is if floating point has left it too few digits.
   *
   * @param <T> the kind of result
   */
  public <T> Outcome<T> ended(T value) {
    RunReport report = report();
    // Written so that a bound that is no number fails too.
    if (arithmetic.exact() || errorBound <= Failure.Imprecise.LARGEST_ERROR) {
      return new Outcome.Succeeded<>(value, report);
    }
    Failure failure =
        new Failure.Imprecise(
            report.workersThat(Fate.USED).size(),
            decided.plan().code().parameters().recoveryThreshold(),
            new TreeSet<>(report.workersThat(Fate.REJECTED)),
            new TreeSet<>(report.workersThat(Fate.LOST)),
            errorBound);
    return new Outcome.Failed<>(failure, report);
  }

  /** The story so far, with what the cluster has measured by now. */
  public RunReport report() {
    double plan = decided.planSeconds();
    double encode = encodeNanos * 1e-9;
    double await = awaitNanos * 1e-9;
    double decode = decodeNanos * 1e-9;
    return new RunReport(
        decided.operation(),
        decided.plan().code().parameters(),
        decided.tolerance(),
        arithmetic,
        round == null ? List.of() : round.timelines(),
        errorBound,
        decided.plan().price(),
        decided.plan().sizes().workerMultiplyAdds(),
        new RunReport.StageSeconds(
            plan, encode, await, checkNanos * 1e-9, decode, plan + encode + await + decode),
        new RunReport.Traffic(bytesUp, bytesDown),
        stored);
  }
}
