package io.lagrid.cli.compute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lagrid.cli.format.ArrayFiles;
import io.lagrid.cli.format.ArrayTarget;
import io.lagrid.cli.format.AtomicFile;
import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.format.array.LongArray;
import io.lagrid.cli.format.array.NdArray;
import io.lagrid.cli.format.array.Shape;
import io.lagrid.cli.profile.ForecastOptions;
import io.lagrid.cli.profile.RunForecast;
import io.lagrid.cli.report.Hiding;
import io.lagrid.cli.report.HtmlReport;
import io.lagrid.cli.report.PlanRow;
import io.lagrid.cli.report.ReportContent;
import io.lagrid.cli.report.RunJson;
import io.lagrid.cli.run.ExitCode;
import io.lagrid.cli.run.Json;
import io.lagrid.cli.run.OutputOptions;
import io.lagrid.cli.run.Progress;
import io.lagrid.cli.run.Refusals;
import io.lagrid.cli.run.RunOptions;
import io.lagrid.cli.run.Summary;
import io.lagrid.cli.run.Terminal;
import io.lagrid.cli.run.WarmUp;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.Settings;
import io.lagrid.engine.Settings.ArithmeticChoice;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.forecast.WorkerProfile;
import io.lagrid.engine.plan.PlanTable;
import io.lagrid.engine.report.Outcome;
import io.lagrid.engine.report.RunReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * From files to a file: reads arrays, runs a computation on a cluster, writes the result, reports
 * and tells. Whatever the engine refuses is bad input.
 *
 * @param terminal where to tell
 * @param options where and how to run
 * @param telling how much to tell
 * @param title the headline of the report
 * @param settings what the engine is asked for
 * @param forecasts what to compare the run with
 */
public record Computation(
    Terminal terminal,
    RunOptions options,
    OutputOptions telling,
    String title,
    Settings settings,
    ForecastOptions forecasts) {

  /** The computation with the settings that the options describe. */
  public Computation(
      Terminal terminal,
      RunOptions options,
      OutputOptions telling,
      String title,
      ForecastOptions forecasts) {
    this(terminal, options, telling, title, options.settings(), forecasts);
  }

  /**
   * Runs it.
   *
   * @param files the operands' files
   * @param output the result's file
   * @param prepare from the arrays to a computation; throws {@link BadInputException} if they do
   *     not fit
   * @return the exit code
   */
  public int run(List<String> files, String output, Function<List<NamedArray>, Prepared> prepare) {
    return run(files, output, NamedArray::read, prepare);
  }

  /**
   * The same for files that are read in another way.
   *
   * @param read from a file to an operand; throws {@link BadInputException} if there is none in it
   * @param <A> what is read
   */
  public <A> int run(
      List<String> files,
      String output,
      Function<String, A> read,
      Function<List<A>, Prepared> prepare) {
    telling.apply();
    WarmUp.ifLarge(files.toArray(String[]::new));
    ArrayTarget target = ArrayFiles.target(output);
    AtomicFile report = telling.reportFile();
    Optional<WorkerProfile> profile = forecasts.profile();
    try (Progress progress = new Progress(terminal, telling);
        Cluster cluster = options.openCluster()) {
      List<A> arrays = read(files, read, progress);
      Prepared prepared = Refusals.asBadInput(() -> prepare.apply(arrays));
      target.checkRank(prepared.result().rank());
      options.warnOfLies(terminal);
      Lagrid lagrid =
          Lagrid.on(cluster).with(settings).in(options.environment().withListener(progress));
      progress.stage("encoding");
      Outcome<NdArray> outcome = Refusals.asBadInput(() -> prepared.outcome(lagrid));
      progress.clear();
      Supplier<PlanTable> plans = () -> Refusals.asBadInput(() -> prepared.plans(lagrid));
      Optional<RunForecast> forecast = ForecastOptions.compare(profile, outcome.report(), plans);
      List<String> findings = forecast.map(RunForecast::sentence).stream().toList();
      writeReport(report, outcome, findings, plans);
      if (outcome instanceof Outcome.Succeeded<NdArray> done) {
        target.write(done.value());
      }
      return tell(outcome, output, forecast);
    }
  }

  private static <A> List<A> read(List<String> files, Function<String, A> read, Progress progress) {
    List<A> arrays = new ArrayList<>();
    for (String file : files) {
      progress.stage("reading " + file);
      arrays.add(read.apply(file));
    }
    return arrays;
  }

  /** Whether the user wants floating point whatever the operands are. */
  public boolean real() {
    return settings.arithmetic() == ArithmeticChoice.REAL;
  }

  private void writeReport(
      @Nullable AtomicFile file,
      Outcome<NdArray> outcome,
      List<String> findings,
      Supplier<PlanTable> plans) {
    if (file == null) {
      return;
    }
    ReportContent content =
        new ReportContent(
            title, outcome.report(), failure(outcome), findings, PlanRow.all(plans.get()));
    file.write(HtmlReport.render(content));
  }

  private static Optional<String> failure(Outcome<NdArray> outcome) {
    return outcome instanceof Outcome.Failed<NdArray> failed
        ? Optional.of(failed.failure().message())
        : Optional.empty();
  }

  private int tell(Outcome<NdArray> outcome, String output, Optional<RunForecast> forecast) {
    RunReport run = outcome.report();
    Optional<String> failure = failure(outcome);
    failure.ifPresent(message -> terminal.err().println("lagrid: " + message));
    if (telling.json()) {
      ObjectNode json = RunJson.of(run);
      Hiding.leakage(run.code(), settings.maskingNoise())
          .ifPresent(leakage -> Hiding.addTo(json, leakage));
      forecast.ifPresent(compared -> json.set("forecast", compared.json()));
      json.put("output", failure.isPresent() ? null : output);
      failure.ifPresent(message -> Json.fail(json, message, ExitCode.NO_RESULT));
      terminal.out().println(Json.line(json));
    } else if (telling.talkative() && outcome instanceof Outcome.Succeeded<NdArray> done) {
      String kind = done.value() instanceof LongArray ? "int64" : "float64";
      Shape shape = done.value().shape();
      terminal
          .out()
          .println("%s: shape %s, %s, %s".formatted(output, shape, kind, Summary.guarantee(run)));
      Hiding.leakage(run.code(), settings.maskingNoise())
          .map(Hiding::sentence)
          .ifPresent(terminal.out()::println);
      Summary.of(run).forEach(terminal.out()::println);
      forecast.map(RunForecast::sentence).ifPresent(terminal.out()::println);
    }
    return failure.isPresent() ? ExitCode.NO_RESULT : ExitCode.DONE;
  }
}
