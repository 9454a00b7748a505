package io.lagrid.cli.compute;

import io.lagrid.cli.run.OutputOptions;
import io.lagrid.cli.run.RunOptions;
import io.lagrid.cli.run.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

  @Mixin private RunOptions options = new RunOptions();
  @Mixin private OutputOptions telling = new OutputOptions();

  /** A command that tells this terminal. */
  public ConvolveCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Computation computation = new Computation(terminal, options, telling, left + " * " + right);
    return computation.run(
        List.of(left, right),
        output,
        arrays -> ConvolveInputs.of(arrays.get(0), arrays.get(1), computation.real()));
  }
}
