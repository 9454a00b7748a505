package io.lagrid.cli.compute;

import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.profile.ForecastOptions;
import io.lagrid.cli.run.OutputOptions;
import io.lagrid.cli.run.ResultFile;
import io.lagrid.cli.run.RunOptions;
import io.lagrid.cli.run.Terminal;
import io.lagrid.engine.polynomial.NamedMaps;
import io.lagrid.engine.polynomial.PolynomialMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lagrid evaluate POLY X -o Y}. */
@Command(
    name = "evaluate",
    description = "Y = f(X) for a polynomial map f, from files to a file.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "POLY is an expression in x, elementwise, such as \"3*x^2 - x + 1\", or one of:",
      "  power:K          the K-th power of every entry",
      "  gram             XᵀX of a matrix, or of each matrix of a stack (3 dimensions)",
      "  matrix-power:K   X·X⋯X of a square matrix, or of each of a stack",
      "  linear-gradient  Xᵀ(Xw − y); operands X w y",
      "Integers give an exact int64 result, or an error that names the overflow;",
      "floats give float64."
    })
public final class EvaluateCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "POLY", description = "The map.")
  private String polynomial = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "X",
      description = "The operands' files; all maps but linear-gradient take one.")
  private List<String> files = List.of();

  @Mixin private ResultFile output = new ResultFile();
  @Mixin private RunOptions options = new RunOptions();
  @Mixin private ForecastOptions forecasts = new ForecastOptions();
  @Mixin private OutputOptions telling = new OutputOptions();

  /** A command that tells this terminal. */
  public EvaluateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    PolynomialMap map = map();
    String title = polynomial + " of " + String.join(", ", files);
    Computation computation = new Computation(terminal, options, telling, title, forecasts);
    return computation.run(
        files, output.path(), arrays -> MapInputs.of(map, arrays, computation.real()));
  }

  private PolynomialMap map() {
    try {
      return NamedMaps.parse(polynomial);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    }
  }
}
