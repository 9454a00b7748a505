package io.lagrid.cli.command;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.cli.run.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs commands within this process and keeps what they print. */
public final class Shell {

  /** What a command left behind. */
  public record Result(int exitCode, String out, String err) {}

  private Shell() {}

  /** Runs a command that is not on a terminal. */
  public static Result run(String... args) {
    return run(false, args);
  }

  static Result runOnTerminal(String... args) {
    return run(true, args);
  }

  private static Result run(boolean interactive, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            interactive,
            Clock.system());
    int exitCode = LagridCommandLine.run(terminal, args);
    return new Result(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
