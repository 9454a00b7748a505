package io.lagrid.engine;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.engine.partition.NumberChoice;
import io.lagrid.engine.report.RunReport;
import io.lagrid.engine.report.WorkerTimeline;
import io.lagrid.engine.round.Coordinator;
import java.util.List;

/** Gathers what one round has to tell, stage by stage. Confined to one thread. */
final class RunStory {

  private final ProductBlueprint blueprint;
  private final NumberChoice numbers;
  private final long encodeNanos;
  private final long bytesUp;
  private List<WorkerTimeline> workers = List.of();
  private long awaitNanos;
  private long checkNanos;
  private long decodeNanos;
  private long bytesDown;
  private double errorBound = Double.NaN;

  RunStory(ProductBlueprint blueprint, NumberChoice numbers, long encodeNanos, long bytesUp) {
    this.blueprint = blueprint;
    this.numbers = numbers;
    this.encodeNanos = encodeNanos;
    this.bytesUp = bytesUp;
  }

  NumberChoice numbers() {
    return numbers;
  }

  void collected(Coordinator coordinator, long nanos) {
    workers = coordinator.log().timelines();
    checkNanos = coordinator.checkNanos();
    bytesDown = coordinator.bytesReceived();
    awaitNanos = nanos;
  }

  void decoded(long nanos, double bound) {
    decodeNanos = nanos;
    errorBound = bound;
  }

  RunReport report() {
    double plan = blueprint.planSeconds();
    double encode = encodeNanos * 1e-9;
    double await = awaitNanos * 1e-9;
    double decode = decodeNanos * 1e-9;
    return new RunReport(
        blueprint.operation(),
        blueprint.code().parameters(),
        blueprint.settings().tolerance(),
        arithmetic(),
        workers,
        errorBound,
        blueprint.plan().price(),
        new RunReport.StageSeconds(
            plan, encode, await, checkNanos * 1e-9, decode, plan + encode + await + decode),
        new RunReport.Traffic(bytesUp, bytesDown));
  }

  private RunReport.ArithmeticReport arithmetic() {
    Arithmetic arithmetic = numbers.numbers().arithmetic();
    return new RunReport.ArithmeticReport(
        arithmetic.exact(), arithmetic.primes(), numbers.leftBits(), numbers.rightBits());
  }
}
