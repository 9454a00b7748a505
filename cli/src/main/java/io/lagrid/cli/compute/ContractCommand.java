package io.lagrid.cli.compute;

import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.profile.ForecastOptions;
import io.lagrid.cli.run.OperandPair;
import io.lagrid.cli.run.OutputOptions;
import io.lagrid.cli.run.ResultFile;
import io.lagrid.cli.run.RunOptions;
import io.lagrid.cli.run.Terminal;
import io.lagrid.engine.contract.Contraction;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lagrid contract NOTATION A B -o C}. */
@Command(
    name = "contract",
    description = "C = the contraction of A and B in einsum notation, from files to a file.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "NOTATION names axes by letters: \"bij,bjk->bik\" multiplies matrix by matrix along b,"
          + " \"ij,ij->\"",
      "sums the products of all entries, \"ii,ij->j\" takes a diagonal. Without -> the result has"
          + " the",
      "letters that appear once, in alphabetical order.",
      "Integers give an exact int64 result, or an error that names the overflow;",
      "floats give float64."
    })
public final class ContractCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "NOTATION", description = "What to contract.")
  private String notation = "";

  @Mixin private OperandPair operands = new OperandPair();
  @Mixin private ResultFile output = new ResultFile();
  @Mixin private RunOptions options = new RunOptions();
  @Mixin private ForecastOptions forecasts = new ForecastOptions();
  @Mixin private OutputOptions telling = new OutputOptions();

  /** A command that tells this terminal. */
  public ContractCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Contraction contraction = contraction();
    String title = "%s of %s, %s".formatted(notation, operands.left(), operands.right());
    Computation computation = new Computation(terminal, options, telling, title, forecasts);
    return computation.run(
        operands.files(),
        output.path(),
        arrays -> TensorInputs.of(contraction, arrays, computation.real()));
  }

  private Contraction contraction() {
    try {
      return Contraction.of(notation);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    }
  }
}
