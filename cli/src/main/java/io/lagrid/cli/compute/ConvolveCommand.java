package io.lagrid.cli.compute;

import io.lagrid.cli.profile.ForecastOptions;
import io.lagrid.cli.run.OperandPair;
import io.lagrid.cli.run.OutputOptions;
import io.lagrid.cli.run.ResultFile;
import io.lagrid.cli.run.RunOptions;
import io.lagrid.cli.run.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lagrid convolve A B -o C}. */
@Command(
    name = "convolve",
    description = "C = A * B, the full linear convolution, from files to a file.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "A and B are two sequences or two matrices; a side of C is as long as those of A and B",
      "together, less one. Cut along rows: --partition 1xPxQ makes P chunks of A and Q of B, of"
          + " one",
      "length, and P + Q - 1 answers give C.",
      "Integers give an exact int64 result, or an error that names the overflow;",
      "floats give float64."
    })
public final class ConvolveCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private OperandPair operands = new OperandPair();
  @Mixin private ResultFile output = new ResultFile();
  @Mixin private RunOptions options = new RunOptions();
  @Mixin private ForecastOptions forecasts = new ForecastOptions();
  @Mixin private OutputOptions telling = new OutputOptions();

  /** A command that tells this terminal. */
  public ConvolveCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    String title = operands.left() + " * " + operands.right();
    Computation computation = new Computation(terminal, options, telling, title, forecasts);
    return computation.run(
        operands.files(),
        output.path(),
        arrays -> ConvolveInputs.of(arrays.get(0), arrays.get(1), computation.real()));
  }
}
