package io.lagrid.cli.run;

import picocli.CommandLine.Option;

/** {@code -o FILE}: where a command writes its result. */
public final class ResultFile {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "The result's file; its ending says the format.")
  private String path = "";

  /** The file as the user named it. */
  public String path() {
    return path;
  }
}
