package io.lagrid.cli.profile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lagrid.cli.report.Figures;
import io.lagrid.engine.forecast.Forecast;
import io.lagrid.engine.forecast.Forecaster;
import io.lagrid.engine.forecast.WorkerProfile;
import io.lagrid.engine.plan.PlanTable;
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
   * The forecast for a run that is over, of whatever operation.
   *
   * @param plans what was planned for these operands
   * @param profile the workers
   * @return empty if the code that ran is not among the plans
   */
  public static Optional<RunForecast> of(RunReport run, PlanTable plans, WorkerProfile profile) {
    Forecaster forecaster = new Forecaster(profile, plans.request());
    RunReport.StageSeconds seconds = run.seconds();
    double measured = seconds.encode() + seconds.await() + seconds.decode();
    return plans.plans().stream()
        .filter(plan -> plan.code().parameters().equals(run.code()))
        .findFirst()
        .map(plan -> new RunForecast(forecaster.forecast(plan), measured));
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
