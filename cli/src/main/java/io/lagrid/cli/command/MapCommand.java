package io.lagrid.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.cli.format.ArrayFiles;
import io.lagrid.cli.format.ArrayTarget;
import io.lagrid.cli.format.AtomicFile;
import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.map.EstimateTelling;
import io.lagrid.cli.map.MapInput;
import io.lagrid.cli.map.MapOptions;
import io.lagrid.cli.map.NamedFunction;
import io.lagrid.cli.profile.ForecastOptions;
import io.lagrid.cli.profile.RunForecast;
import io.lagrid.cli.report.HtmlReport;
import io.lagrid.cli.report.PlanRow;
import io.lagrid.cli.report.ReportContent;
import io.lagrid.cli.report.RunJson;
import io.lagrid.cli.run.ExitCode;
import io.lagrid.cli.run.Json;
import io.lagrid.cli.run.OutputOptions;
import io.lagrid.cli.run.Progress;
import io.lagrid.cli.run.ResultFile;
import io.lagrid.cli.run.RunOptions;
import io.lagrid.cli.run.Summary;
import io.lagrid.cli.run.Terminal;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.Settings;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.forecast.WorkerProfile;
import io.lagrid.engine.function.BlockFunction;
import io.lagrid.engine.map.Mapped;
import io.lagrid.engine.plan.PlanTable;
import io.lagrid.engine.report.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lagrid map FUNCTION X -o Y}. */
@Command(
    name = "map",
    description = "Any function of every block, approximately, from any number of answers.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {
      "",
      "Functions: relu, sigmoid, tanh, gelu (of every entry); softmax, layer-norm (of every row);",
      "eigenvalues (of the symmetric part of a square block); network:FILE.npz with weights W1, W2,",
      "... and biases b1, b2, ... (of every row). A stack of matrices has one block a matrix; a matrix",
      "is cut into blocks of rows, but for eigenvalues is one block unless --blocks cuts it. A vector",
      "is one row, and gives a vector. Codes: spline (default), berrut."
    })
final class MapCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "FUNCTION", description = "What to compute.")
  private String function = "";

  @Parameters(index = "1", paramLabel = "X", description = "The operand's file.")
  private String operand = "";

  @Mixin private ResultFile output = new ResultFile();
  @Mixin private MapOptions estimating = new MapOptions();
  @Mixin private RunOptions options = new RunOptions();
  @Mixin private ForecastOptions forecasts = new ForecastOptions();
  @Mixin private OutputOptions telling = new OutputOptions();

  MapCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    telling.apply();
    ArrayTarget target = ArrayFiles.target(output.path());
    AtomicFile report = telling.reportFile();
    BlockFunction named = NamedFunction.of(function, estimating.activations());
    Settings settings = estimable(options.settings());
    Optional<WorkerProfile> profile = forecasts.profile();
    try (Progress progress = new Progress(terminal, telling);
        Cluster cluster = options.openCluster()) {
      progress.stage("reading " + operand);
      int answers = cluster.workers() - settings.tolerance().stragglers();
      int wanted = estimating.blocks(named, answers);
      MapInput input = MapInput.of(operand, ArrayFiles.read(operand), named, wanted);
      Lagrid lagrid =
          Lagrid.on(cluster).with(settings).in(options.environment().withListener(progress));
      options.warnOfLies(terminal);
      progress.stage("encoding");
      Outcome<Mapped> outcome = attempt(lagrid, named, input.blocks());
      progress.clear();
      Supplier<PlanTable> plans =
          () -> lagrid.mapPlans(named, input.blocks(), estimating.settings(settings));
      Optional<RunForecast> forecast = ForecastOptions.compare(profile, outcome.report(), plans);
      writeReport(report, outcome, forecast, plans);
      if (outcome instanceof Outcome.Succeeded<Mapped> done) {
        target.write(input.assemble(done.value().blocks()));
      }
      return tell(outcome, forecast);
    }
  }

  /** Refuses what holds for exact codes alone. */
  private static Settings estimable(Settings settings) {
    if (settings.arithmetic() == Settings.ArithmeticChoice.EXACT
        || settings.verification() == Settings.Verification.FREIVALDS
        || settings.partition().isPresent()
        || settings.bits().isPresent()) {
      throw new BadInputException(
          "map estimates over the reals: --arithmetic exact, --bits, --partition and --verify"
              + " freivalds are not for it");
    }
    return settings;
  }

  private Outcome<Mapped> attempt(Lagrid lagrid, BlockFunction named, List<Matrix> blocks) {
    try {
      return lagrid.attemptMap(named, blocks, estimating.settings(lagrid.settings()));
    } catch (IllegalArgumentException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    }
  }

  private void writeReport(
      @Nullable AtomicFile file,
      Outcome<Mapped> outcome,
      Optional<RunForecast> forecast,
      Supplier<PlanTable> plans) {
    if (file == null) {
      return;
    }
    ReportContent content =
        new ReportContent(
            function + " of " + operand,
            outcome.report(),
            failure(outcome),
            sentences(outcome, forecast),
            PlanRow.all(plans.get()));
    file.write(HtmlReport.render(content));
  }

  private List<String> sentences(Outcome<Mapped> outcome, Optional<RunForecast> forecast) {
    List<String> lines = new ArrayList<>();
    if (outcome instanceof Outcome.Succeeded<Mapped> done) {
      lines.addAll(EstimateTelling.sentences(done.value(), estimating.targetError()));
    }
    forecast.map(RunForecast::sentence).ifPresent(lines::add);
    return lines;
  }

  private static Optional<String> failure(Outcome<Mapped> outcome) {
    return outcome instanceof Outcome.Failed<Mapped> failed
        ? Optional.of(failed.failure().message())
        : Optional.empty();
  }

  private int tell(Outcome<Mapped> outcome, Optional<RunForecast> forecast) {
    Optional<String> failure = failure(outcome);
    failure.ifPresent(message -> terminal.err().println("lagrid: " + message));
    if (telling.json()) {
      ObjectNode json = RunJson.of(outcome.report());
      json.put("function", function);
      if (outcome instanceof Outcome.Succeeded<Mapped> done) {
        EstimateTelling.addTo(json, done.value(), estimating.targetError());
      }
      forecast.ifPresent(compared -> json.set("forecast", compared.json()));
      json.put("output", failure.isPresent() ? null : output.path());
      failure.ifPresent(message -> Json.fail(json, message, ExitCode.NO_RESULT));
      terminal.out().println(Json.line(json));
    } else if (telling.talkative() && failure.isEmpty()) {
      sentences(outcome, Optional.empty())
          .forEach(line -> terminal.out().println(output.path() + ": " + line));
      Summary.of(outcome.report()).forEach(terminal.out()::println);
      forecast.map(RunForecast::sentence).ifPresent(terminal.out()::println);
    }
    return failure.isPresent() ? ExitCode.NO_RESULT : ExitCode.DONE;
  }
}
