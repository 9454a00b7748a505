package io.lagrid.cli.profile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lagrid.cli.report.Figures;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.catalog.CodeCatalog;
import io.lagrid.engine.Settings;
import io.lagrid.engine.forecast.Forecast;
import io.lagrid.engine.forecast.Forecaster;
import io.lagrid.engine.forecast.WorkerProfile;
import io.lagrid.engine.plan.PlanRequest;
import io.lagrid.engine.plan.Planner;
import io.lagrid.engine.report.RunReport;
import java.util.Locale;
import java.util.Optional;

/**
 * What was forecast for a run beside what it took: encoding, waiting and decoding.
 *
 * @param forecast from the profile of the workers
 * @param measuredSeconds by the run
 */
public record RunForecast(Forecast forecast, double measuredSeconds) {

  /**
   * The forecast for a run that is over.
   *
   * @param profile the workers
   * @param settings what the run was asked for
   * @return empty if the run was no product, or the planner does not know its code
   */
  public static Optional<RunForecast> of(RunReport run, Settings settings, WorkerProfile profile) {
    if (!(run.operation() instanceof Operation.Product)) {
      return Optional.empty();
    }
    Requirement requirement =
        new Requirement(
            run.operation(),
            run.workers().size(),
            run.tolerance(),
            run.arithmetic().exact(),
            settings.verifies(),
            settings.partition());
    int planes = Math.max(1, run.arithmetic().primes().size());
    PlanRequest request =
        new PlanRequest(requirement, Optional.of(run.code().code()), planes, Long.MAX_VALUE);
    RunReport.StageSeconds seconds = run.seconds();
    return new Planner(CodeCatalog.standard())
        .table(request).plans().stream()
            .filter(plan -> plan.code().parameters().equals(run.code()))
            .findFirst()
            .map(plan -> new Forecaster(profile, request).forecast(plan))
            .map(
                forecast ->
                    new RunForecast(
                        forecast, seconds.encode() + seconds.await() + seconds.decode()));
  }

  /** Workers that share cores: each is slower by as many as share one. */
  public static WorkerProfile sharing(WorkerProfile profile, int workers, int cores) {
    double share = Math.max(1, (double) workers / cores);
    return profile.withSecondsPerMultiplyAdd(profile.secondsPerMultiplyAdd() * share);
  }

  /** One line for people. */
  public String sentence() {
    return "forecast: %s expected to encode, wait and decode (p99 %s); it took %s, %s times as long"
        .formatted(
            Figures.seconds(forecast.expectedSeconds()),
            Figures.seconds(forecast.p99Seconds()),
            Figures.seconds(measuredSeconds),
            String.format(Locale.ROOT, "%.2f", measuredSeconds / forecast.expectedSeconds()));
  }

  /** The object for {@code --json}. */
  public ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("expectedSeconds", forecast.expectedSeconds())
        .put("p99Seconds", forecast.p99Seconds())
        .put("measuredSeconds", measuredSeconds);
  }
}
