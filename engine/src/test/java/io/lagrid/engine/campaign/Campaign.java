package io.lagrid.engine.campaign;

import io.lagrid.engine.report.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Random schedules, one seed after another, until something is wrong.
 *
 * @param schedules how many were run
 * @param tally how often what happened: outcomes, codes, failures
 * @param violation the first schedule that went wrong, and how; empty if none did
 */
public record Campaign(int schedules, Map<String, Integer> tally, Optional<String> violation) {

  /** One schedule in so many is run again, to compare the two traces. */
  private static final int REPEATED = 8;

  /** Estimates that are off by more than so many times the stated error are counted. */
  private static final double DOUBTFUL = 8;

  /**
   * Runs schedules.
   *
   * @param firstSeed the seed of the first; the next have the next
   * @param count how many at most
   */
  public static Campaign run(long firstSeed, int count) {
    Map<String, Integer> tally = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      Optional<String> wrong = one(firstSeed + i, tally);
      if (wrong.isPresent()) {
        return new Campaign(i + 1, tally, wrong);
      }
    }
    return new Campaign(count, tally, Optional.empty());
  }

  /**
   * For a campaign in classes of another loader: the first violation, or null.
   *
   * @param count how many schedules at most
   */
  public static String firstViolation(long firstSeed, int count) {
    Campaign campaign = run(firstSeed, count);
    return campaign
        .violation()
        .map(violation -> "schedule %d: %s".formatted(campaign.schedules(), violation))
        .orElse(null);
  }

  private static Optional<String> one(long seed, Map<String, Integer> tally) {
    String which = "seed " + seed;
    try {
      Schedule schedule = ScheduleGenerator.draw(seed);
      which = schedule.toString();
      Observation observation = ScheduleRun.of(schedule);
      count(schedule, observation, tally);
      List<String> violations = Invariants.violations(schedule, observation);
      if (!violations.isEmpty()) {
        return Optional.of(schedule + ": " + violations);
      }
      if (seed % REPEATED == 0) {
        Observation again = ScheduleRun.of(ScheduleGenerator.draw(seed));
        if (!again.trace().equals(observation.trace())) {
          return Optional.of(schedule + ": another trace for the same seed");
        }
      }
      return Optional.empty();
    } catch (RuntimeException | AssertionError e) {
      return Optional.of(
          which + ": " + e + " at " + (e.getStackTrace().length > 0 ? e.getStackTrace()[0] : "?"));
    }
  }

  private static void count(
      Schedule schedule, Observation observation, Map<String, Integer> tally) {
    observation.outcomes().stream()
        .filter(outcome -> doubtful(schedule, outcome))
        .forEach(outcome -> tally.merge("estimates off by a multiple", 1, Integer::sum));
    observation
        .outcomes()
        .forEach(
            outcome ->
                tally.merge(
                    outcome instanceof Outcome.Failed<?> failed
                        ? failed.failure().getClass().getSimpleName()
                        : "Succeeded",
                    1,
                    Integer::sum));
    tally.merge("job " + schedule.job().getClass().getSimpleName(), 1, Integer::sum);
    tally.merge("code " + schedule.settings().code().orElseThrow(), 1, Integer::sum);
    schedule
        .faults()
        .entries()
        .forEach(entry -> tally.merge(name(entry.fault().toString()), 1, Integer::sum));
  }

  /** Whether an estimate is off by far more than it says. */
  private static boolean doubtful(Schedule schedule, Outcome<?> outcome) {
    return schedule.job() instanceof Estimating estimate
        && outcome instanceof Outcome.Succeeded<?> succeeded
        && estimate.off(succeeded) > DOUBTFUL;
  }

  /** Lies by their way, other faults by their kind. */
  private static String name(String fault) {
    return "fault " + fault.replaceAll("Lie\\[way=(\\w+)]", "$1").replaceAll("\\[.*", "");
  }
}
