package io.lagrid.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lagrid.cli.run.Json;
import io.lagrid.cli.run.OutputOptions;
import io.lagrid.cli.run.Terminal;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lagrid completion bash|zsh}. */
@Command(
    name = "completion",
    description = "Print a completion script for bash or zsh.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "For this shell only:  source <(lagrid completion bash)"})
final class CompletionCommand implements Runnable {

  private static final List<String> SHELLS = List.of("bash", "zsh");

  private final Terminal terminal;

  @Mixin private OutputOptions.Telling telling = new OutputOptions.Telling();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SHELL",
      defaultValue = "bash",
      description = "bash or zsh (default: ${DEFAULT-VALUE}).")
  private String shell = "bash";

  CompletionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    telling.apply();
    if (!SHELLS.contains(shell)) {
      throw new ParameterException(
          spec.commandLine(),
          "there is no completion for '%s'; legal are %s"
              .formatted(shell, String.join(", ", SHELLS)));
    }
    // One script serves both: it loads zsh's bash compatibility when zsh reads it.
    CommandLine lagrid = LagridCommandLine.commands(terminal);
    String script = AutoComplete.bash("lagrid", lagrid);
    if (telling.json()) {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      terminal.out().println(Json.line(json.put("shell", shell).put("script", script)));
    } else {
      terminal.out().print(script);
    }
  }
}
