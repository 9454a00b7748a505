package io.lagrid.cli.run;

import io.lagrid.cli.format.AtomicFile;
import io.lagrid.cli.format.array.BadInputException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How much is told, in what form, and whether there is a page about it. */
public final class OutputOptions {

  /** What every command takes. */
  public static final class Telling {

    @Option(
        names = "--json",
        description =
            "Print exactly one JSON object on standard output, everything else on standard error.")
    private boolean json;

    @Option(
        names = {"-q", "--quiet"},
        description = "No progress and no summary.")
    private boolean quiet;

    @Option(
        names = {"-v", "--verbose"},
        description = "Tell of every answer, and log, on standard error.")
    private boolean verbose;

    /** Sets up logging; to be called before the engine is touched. */
    public void apply() {
      System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", verbose ? "debug" : "error");
    }

    /** Whether to print JSON. */
    public boolean json() {
      return json;
    }
  }

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description = "Write a self-contained page about the run.")
  private @Nullable String report;

  @Mixin private Telling telling = new Telling();

  /** Sets up logging; to be called before the engine is touched. */
  public void apply() {
    telling.apply();
  }

  /** Whether to print JSON. */
  public boolean json() {
    return telling.json;
  }

  /** Whether to print neither progress nor summary. */
  public boolean quiet() {
    return telling.quiet;
  }

  /** Whether to tell of every answer. */
  public boolean verbose() {
    return telling.verbose;
  }

  /** Whether text for people goes to standard output. */
  public boolean talkative() {
    return !telling.json && !telling.quiet;
  }

  /**
   * The file the user wants the report in; null if they want none.
   *
   * @throws BadInputException if it cannot be written or is not called {@code .html}
   */
  public @Nullable AtomicFile reportFile() {
    return report == null ? null : open(report);
  }

  /**
   * The file for the report.
   *
   * @param standard where to, if the user did not say
   * @throws BadInputException if it cannot be written or is not called {@code .html}
   */
  public AtomicFile reportFile(String standard) {
    return open(report == null ? standard : report);
  }

  private static AtomicFile open(String file) {
    if (!file.toLowerCase(Locale.ROOT).endsWith(".html")) {
      throw new BadInputException(file + ": a report's file name ends in .html");
    }
    return AtomicFile.at(Path.of(file));
  }
}
