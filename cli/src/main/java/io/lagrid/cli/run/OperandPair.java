package io.lagrid.cli.run;

import java.util.List;
import picocli.CommandLine.Parameters;

/** The files of two operands, A and B: the next two parameters of a command. */
public final class OperandPair {

  @Parameters(index = "0+", paramLabel = "A", description = "The left operand's file.")
  private String left = "";

  @Parameters(index = "1+", paramLabel = "B", description = "The right operand's file.")
  private String right = "";

  /** The left operand's file. */
  public String left() {
    return left;
  }

  /** The right operand's file. */
  public String right() {
    return right;
  }

  /** Both files, left one first. */
  public List<String> files() {
    return List.of(left, right);
  }
}
