package io.lagrid.engine.campaign;

import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.engine.Naive;
import io.lagrid.engine.report.Failure;
import io.lagrid.engine.report.Fate;
import io.lagrid.engine.report.Outcome;
import io.lagrid.engine.report.RunReport;
import io.lagrid.engine.report.WorkerTimeline;
import java.util.ArrayList;
import java.util.List;

/** What must hold, whatever happens. */
final class Invariants {

  private final Schedule schedule;
  private final Observation observation;
  private final List<String> violations = new ArrayList<>();

  private Invariants(Schedule schedule, Observation observation) {
    this.schedule = schedule;
    this.observation = observation;
  }

  /** What does not hold; empty if all is well. */
  static List<String> violations(Schedule schedule, Observation observation) {
    Invariants invariants = new Invariants(schedule, observation);
    invariants.check();
    return invariants.violations;
  }

  private void check() {
    violations.addAll(observation.complaints());
    if (observation.retained() != 0) {
      violations.add("the cluster holds on to %d things".formatted(observation.retained()));
    }
    for (int round = 0; round < observation.outcomes().size(); round++) {
      Outcome<List<Operand>> outcome = observation.outcomes().get(round);
      Expectations expected = new Expectations(schedule, outcome.report(), round);
      if (expected.threshold() != outcome.report().code().recoveryThreshold()) {
        violation(
            round,
            "the recovery threshold is %d, not %d"
                .formatted(expected.threshold(), outcome.report().code().recoveryThreshold()));
      }
      if (outcome instanceof Outcome.Succeeded<List<Operand>> succeeded) {
        checkValue(round, succeeded);
        checkWaiting(round, expected, succeeded.report());
      } else {
        checkFailure(round, expected, (Outcome.Failed<List<Operand>>) outcome);
      }
    }
  }

  private void violation(int round, String what) {
    violations.add("round %d: %s".formatted(round, what));
  }

  private void checkValue(int round, Outcome.Succeeded<List<Operand>> succeeded) {
    List<Operand> right = schedule.right().get(round);
    double error = 0;
    for (int i = 0; i < right.size(); i++) {
      Operand a = schedule.denseLeft().get(i);
      Operand b = right.get(i);
      Operand value = succeeded.value().get(i);
      if (a instanceof LongMatrix left) {
        if (!value.equals(Naive.product(left, (LongMatrix) b))) {
          violation(round, "a wrong result");
        }
      } else {
        Matrix exact = Naive.product((Matrix) a, (Matrix) b);
        error = Math.max(error, largestDifference((Matrix) value, exact));
      }
    }
    double norms = norm(schedule.denseLeft()) * norm(right);
    double bound = succeeded.report().errorBound();
    if (!(error <= bound * norms + 1e-15 * norms) || bound > 1) {
      violation(round, "a result off by %s, with a bound of %s".formatted(error / norms, bound));
    }
  }

  private static double largestDifference(Matrix x, Matrix y) {
    double worst = 0;
    for (int i = 0; i < x.rows(); i++) {
      for (int j = 0; j < x.columns(); j++) {
        double difference = Math.abs(x.get(i, j) - y.get(i, j));
        worst = difference <= worst ? worst : difference; // NaN is worst
      }
    }
    return worst;
  }

  private static double norm(List<Operand> operands) {
    double sum = 0;
    for (Operand operand : operands) {
      if (operand instanceof Matrix matrix) {
        for (double x : matrix.toArray()) {
          sum += x * x;
        }
      }
    }
    return Math.sqrt(sum);
  }

  /** The round ends with the answer that makes the result decodable, not later. */
  private void checkWaiting(int round, Expectations expected, RunReport report) {
    double last = 0;
    for (WorkerTimeline worker : report.workers()) {
      last = Math.max(last, Double.isNaN(worker.arrival()) ? 0 : worker.arrival());
    }
    if (Math.abs(report.seconds().await() - last) > 1e-6) {
      violation(round, "waited until %s after %s".formatted(report.seconds().await(), last));
    }
    if (!expected.endedInTime()) {
      violation(round, "%d sound answers, waited for more".formatted(expected.sound()));
    }
    if (!expected.liarsRejected()) {
      violation(round, "used the answer of a liar: " + report.workersThat(Fate.USED));
    }
  }

  private void checkFailure(
      int round, Expectations expected, Outcome.Failed<List<Operand>> failed) {
    boolean timedOut = failed.failure() instanceof Failure.TimedOut;
    if (timedOut) {
      double limit = schedule.settings().timeout().orElseThrow().toNanos() * 1e-9;
      if (failed.report().seconds().await() > limit + 1e-6) {
        violation(round, "gave up at %s, not at %s".formatted(failed.report().seconds(), limit));
      }
      if (expected.decodable()) {
        violation(round, "timed out with %d sound answers".formatted(expected.sound()));
      }
    } else if (expected.mustSucceed()) {
      violation(round, "failed although it could not: " + failed.failure().message());
    }
  }
}
