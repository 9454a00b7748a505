package io.lagrid.cli.operation;

import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.run.CodingOptions;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** An operation on operands of given shapes, as users ask for it: parameters of a command. */
public final class AskedOperation {

  @Parameters(
      index = "0",
      paramLabel = "OPERATION",
      description = "multiply, convolve, contract, evaluate or map.")
  private String operation = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "SHAPE",
      description =
          "The operands' shapes, such as 2000x1000 1000x500; before them what contract, evaluate and"
              + " map take: notation, polynomial, function.")
  private List<String> words = List.of();

  @Mixin private OperationOptions options = new OperationOptions();

  /**
   * What the operation's command would do.
   *
   * @param coding on which workers, and how
   * @throws BadInputException if there is no such operation, or the words make none
   */
  public PlannedOperation planned(CodingOptions coding) {
    Terms terms = new Terms(coding.workers(), options.noisy(coding.settings()), options);
    return Operations.planned(operation, words, terms);
  }
}
