package io.lagrid.cli;

import io.lagrid.cli.command.LagridCommandLine;
import io.lagrid.cli.run.Terminal;

/** What {@code ./lagrid} starts. */
public final class Main {

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(LagridCommandLine.run(Terminal.system(), args));
  }
}
