package io.lagrid.cli.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lagrid} alone: a command must follow. */
@Command(
    name = "lagrid",
    description = {
      "Products, convolutions, contractions and polynomial maps, exactly, and any function",
      "approximately, on workers that are slow, crash, lie or pry: any R of N answers suffice."
    },
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Try lagrid demo, or lagrid COMMAND --help.",
      "Exit codes: 0 done, 1 a bug, 2 bad usage or input, 3 no result from the answers,",
      "4 the cluster failed."
    })
final class RootCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    CommandLine lagrid = spec.commandLine();
    throw new ParameterException(
        lagrid,
        "a command is missing; legal are " + String.join(", ", lagrid.getSubcommands().keySet()));
  }
}
