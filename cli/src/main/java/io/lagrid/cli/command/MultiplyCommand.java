package io.lagrid.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.cli.format.ArrayFiles;
import io.lagrid.cli.format.ArrayTarget;
import io.lagrid.cli.format.AtomicFile;
import io.lagrid.cli.format.array.NdArray;
import io.lagrid.cli.profile.ForecastOptions;
import io.lagrid.cli.profile.RunForecast;
import io.lagrid.cli.report.Hiding;
import io.lagrid.cli.report.HtmlReport;
import io.lagrid.cli.report.ReportContent;
import io.lagrid.cli.report.RunJson;
import io.lagrid.cli.run.ExitCode;
import io.lagrid.cli.run.Json;
import io.lagrid.cli.run.OutputOptions;
import io.lagrid.cli.run.ProductInputs;
import io.lagrid.cli.run.ProductRun;
import io.lagrid.cli.run.Progress;
import io.lagrid.cli.run.RunOptions;
import io.lagrid.cli.run.Summary;
import io.lagrid.cli.run.Terminal;
import io.lagrid.cli.run.WarmUp;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.Settings;
import io.lagrid.engine.Settings.ArithmeticChoice;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.forecast.WorkerProfile;
import io.lagrid.engine.report.Outcome;
import io.lagrid.engine.report.RunReport;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lagrid multiply A B -o C}. */
@Command(
    name = "multiply",
    description = "C = A·B, from files to a file.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {
      "",
      "Files by extension: .npy, .npz (one array, or FILE.npz:NAME), .mtx, .csv.",
      "Integers give an exact int64 result, or an error that names the overflow;",
      "floats give float64."
    })
final class MultiplyCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "A", description = "The left operand's file.")
  private String left = "";

  @Parameters(index = "1", paramLabel = "B", description = "The right operand's file.")
  private String right = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "C",
      required = true,
      description = "The result's file.")
  private String output = "";

  @Option(
      names = "--masking-noise",
      paramLabel = "σ",
      description =
          "With real arithmetic and colluders: the noise that hides operands, over their largest"
              + " entry (default: 100). More hides more and costs digits.")
  private @Nullable Double maskingNoise;

  @Mixin private RunOptions options = new RunOptions();
  @Mixin private ForecastOptions forecasts = new ForecastOptions();
  @Mixin private OutputOptions telling = new OutputOptions();

  MultiplyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    telling.apply();
    WarmUp.ifLarge(left, right);
    ArrayTarget target = ArrayFiles.target(output);
    AtomicFile report = telling.reportFile();
    Optional<WorkerProfile> profile = forecasts.profile();
    boolean real = options.settings().arithmetic() == ArithmeticChoice.REAL;
    try (Progress progress = new Progress(terminal, telling);
        Cluster cluster = options.openCluster()) {
      ProductInputs inputs = read(progress, real);
      target.checkRank(inputs.result().rank());
      note();
      Lagrid lagrid =
          Lagrid.on(cluster).with(settings()).in(options.environment().withListener(progress));
      progress.stage("encoding");
      ProductRun run = new ProductRun(lagrid, inputs.left(), inputs.right());
      Outcome<Operand> outcome = run.outcome();
      progress.clear();
      if (outcome instanceof Outcome.Succeeded<Operand> done) {
        target.write(NdArray.of(done.value(), inputs.result()));
      }
      Optional<RunForecast> forecast =
          ForecastOptions.compare(profile, outcome.report(), options.settings());
      writeReport(report, outcome, run, forecast);
      return tell(outcome, inputs, forecast);
    }
  }

  private Settings settings() {
    Double noise = maskingNoise;
    return noise == null ? options.settings() : options.settings().withMaskingNoise(noise);
  }

  private ProductInputs read(Progress progress, boolean real) {
    progress.stage("reading " + left);
    ProductInputs.Source a = new ProductInputs.Source(left, ArrayFiles.read(left));
    progress.stage("reading " + right);
    ProductInputs.Source b = new ProductInputs.Source(right, ArrayFiles.read(right));
    return ProductInputs.of(a, b, real);
  }

  private void note() {
    if (options.liesUnchecked()) {
      terminal
          .err()
          .println("lagrid: workers will lie, but --adversaries is 0: the result may be wrong");
    }
  }

  private void writeReport(
      @Nullable AtomicFile file,
      Outcome<Operand> outcome,
      ProductRun run,
      Optional<RunForecast> forecast) {
    if (file == null) {
      return;
    }
    List<String> findings = forecast.map(RunForecast::sentence).stream().toList();
    ReportContent content =
        new ReportContent(
            left + " · " + right, outcome.report(), failure(outcome), findings, run.plans());
    byte[] page = HtmlReport.render(content).getBytes(StandardCharsets.UTF_8);
    file.write(channel -> channel.write(ByteBuffer.wrap(page)));
  }

  private static Optional<String> failure(Outcome<Operand> outcome) {
    return outcome instanceof Outcome.Failed<Operand> failed
        ? Optional.of(failed.failure().message())
        : Optional.empty();
  }

  private int tell(Outcome<Operand> outcome, ProductInputs inputs, Optional<RunForecast> forecast) {
    RunReport run = outcome.report();
    Optional<String> failure = failure(outcome);
    failure.ifPresent(message -> terminal.err().println("lagrid: " + message));
    if (telling.json()) {
      ObjectNode json = RunJson.of(run);
      Hiding.bits(run.code(), settings().maskingNoise())
          .ifPresent(bits -> json.put("leakageBits", bits));
      json.put("output", failure.isPresent() ? null : output);
      forecast.ifPresent(compared -> json.set("forecast", compared.json()));
      failure.ifPresent(message -> json.put("error", message));
      terminal.out().println(Json.line(json));
    } else if (telling.talkative() && failure.isEmpty()) {
      String kind = outcome instanceof Outcome.Succeeded<Operand> done ? kind(done.value()) : "";
      terminal
          .out()
          .println(
              "%s: shape %s, %s, %s"
                  .formatted(output, inputs.result(), kind, Summary.guarantee(run)));
      Hiding.sentence(run, settings().maskingNoise()).ifPresent(terminal.out()::println);
      Summary.of(run).forEach(terminal.out()::println);
      forecast.map(RunForecast::sentence).ifPresent(terminal.out()::println);
    }
    return failure.isPresent() ? ExitCode.NO_RESULT : ExitCode.DONE;
  }

  private static String kind(Operand operand) {
    return operand instanceof LongMatrix ? "int64" : "float64";
  }
}
