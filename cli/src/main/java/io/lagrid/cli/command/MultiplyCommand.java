package io.lagrid.cli.command;

import io.lagrid.cli.compute.Computation;
import io.lagrid.cli.compute.Factor;
import io.lagrid.cli.compute.FactorInputs;
import io.lagrid.cli.profile.ForecastOptions;
import io.lagrid.cli.run.OperandPair;
import io.lagrid.cli.run.OutputOptions;
import io.lagrid.cli.run.ResultFile;
import io.lagrid.cli.run.RunOptions;
import io.lagrid.cli.run.Terminal;
import io.lagrid.engine.Settings;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
      "Coordinate lists in .mtx files stay sparse on the workers where the code allows.",
      "Stacks of matrices, of 3 or 4 dimensions, are multiplied matrix by matrix.",
      "Integers give an exact int64 result, or an error that names the overflow;",
      "floats give float64."
    })
final class MultiplyCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(
      names = "--masking-noise",
      paramLabel = "σ",
      description =
          "With real arithmetic and colluders: the noise that hides operands, over their largest"
              + " entry (default: 10). More hides more and costs digits.")
  private @Nullable Double maskingNoise;

  @Mixin private OperandPair operands = new OperandPair();
  @Mixin private ResultFile output = new ResultFile();
  @Mixin private RunOptions options = new RunOptions();
  @Mixin private ForecastOptions forecasts = new ForecastOptions();
  @Mixin private OutputOptions telling = new OutputOptions();

  MultiplyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    String title = operands.left() + " · " + operands.right();
    Computation computation =
        new Computation(terminal, options, telling, title, settings(), forecasts);
    return computation.run(
        operands.files(),
        output.path(),
        Factor::read,
        factors -> FactorInputs.of(factors, computation.real()));
  }

  private Settings settings() {
    Double noise = maskingNoise;
    return noise == null ? options.settings() : options.settings().withMaskingNoise(noise);
  }
}
