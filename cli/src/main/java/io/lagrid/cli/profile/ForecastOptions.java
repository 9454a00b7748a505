package io.lagrid.cli.profile;

import io.lagrid.engine.forecast.WorkerProfile;
import io.lagrid.engine.plan.PlanTable;
import io.lagrid.engine.report.RunReport;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether a run is to be compared with a forecast. */
public final class ForecastOptions {

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description =
          "Compare the run with a forecast from this profile: lagrid doctor --profile writes one,"
              + " or earlier runs' --json.")
  private @Nullable Path file;

  /**
   * Reads the profile, before anything is run.
   *
   * @return empty if the user asked for no forecast
   */
  public Optional<WorkerProfile> profile() {
    return Optional.ofNullable(file).map(ProfileFile::read);
  }

  /**
   * The run beside its forecast, for workers that are threads on this machine's cores.
   *
   * @param plans asked for what was planned, if there is a profile
   */
  public static Optional<RunForecast> compare(
      Optional<WorkerProfile> profile, RunReport run, Supplier<PlanTable> plans) {
    int cores = Runtime.getRuntime().availableProcessors();
    return profile.flatMap(
        workers ->
            RunForecast.of(
                run, plans.get(), RunForecast.sharing(workers, run.workers().size(), cores)));
  }
}
