package io.lagrid.engine.campaign;

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
      Outcome<?> outcome = observation.outcomes().get(round);
      Expectations expected = new Expectations(schedule, outcome.report(), round);
      if (expected.threshold() != outcome.report().code().recoveryThreshold()) {
        violation(
            round,
            "the recovery threshold is %d, not %d"
                .formatted(expected.threshold(), outcome.report().code().recoveryThreshold()));
      }
      if (outcome instanceof Outcome.Succeeded<?> succeeded) {
        int number = round;
        schedule.job().objection(round, succeeded).ifPresent(wrong -> violation(number, wrong));
        checkWaiting(round, expected, succeeded.report());
      } else {
        checkFailure(round, expected, (Outcome.Failed<?>) outcome);
      }
    }
  }

  private void violation(int round, String what) {
    violations.add("round %d: %s".formatted(round, what));
  }

  /** The round ends with the answer that makes the result decodable, not later. */
  private void checkWaiting(int round, Expectations expected, RunReport report) {
    double last = 0;
    for (WorkerTimeline worker : report.workers()) {
      last = Math.max(last, Double.isNaN(worker.arrival()) ? 0 : worker.arrival());
    }
    boolean cut = expected.estimates() && timedOut(report); // what came before then is used
    if (Math.abs(report.seconds().await() - last) > 1e-6 && !cut) {
      violation(round, "waited until %s after %s".formatted(report.seconds().await(), last));
    }
    if (!expected.endedInTime() && !cut) {
      violation(round, "%d sound answers, waited for more".formatted(expected.sound()));
    }
    if (!expected.liarsRejected()) {
      violation(round, "used the answer of a liar: " + report.workersThat(Fate.USED));
    }
  }

  /** Whether the time was up. */
  private boolean timedOut(RunReport report) {
    return schedule
        .settings()
        .timeout()
        .filter(limit -> Math.abs(report.seconds().await() - limit.toNanos() * 1e-9) < 1e-6)
        .isPresent();
  }

  private void checkFailure(int round, Expectations expected, Outcome.Failed<?> failed) {
    if (failed.failure() instanceof Failure.TimedOut) {
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
