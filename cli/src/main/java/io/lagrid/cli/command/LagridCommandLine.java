package io.lagrid.cli.command;

import io.lagrid.cli.compute.ContractCommand;
import io.lagrid.cli.compute.ConvolveCommand;
import io.lagrid.cli.compute.EvaluateCommand;
import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.run.ExitCode;
import io.lagrid.cli.run.Json;
import io.lagrid.cli.run.Terminal;
import io.lagrid.engine.cluster.ClusterFailedException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Builds the command line, runs it, and turns whatever goes wrong into a line and an exit code. */
public final class LagridCommandLine {

  /** What a polynomial with a minus in front looks like, if there is an x in it; no option does. */
  private static final Pattern MINUS_FIRST = Pattern.compile("-[\\s0-9.(x][-+*^().\\s0-9eEx]*");

  private final Terminal terminal;
  private final boolean json;

  private LagridCommandLine(Terminal terminal, String[] args) {
    this.terminal = terminal;
    this.json =
        Arrays.asList(args).contains("--json") || Arrays.asList(args).contains("--json=true");
  }

  /**
   * Runs one command.
   *
   * @param args not modified
   * @return the exit code
   */
  public static int run(Terminal terminal, String... args) {
    LagridCommandLine lagrid = new LagridCommandLine(terminal, args);
    CommandLine commands = commands(terminal);
    commands.setParameterExceptionHandler((failure, all) -> lagrid.badUsage(failure));
    commands.setExecutionExceptionHandler((failure, command, result) -> lagrid.failed(failure));
    try {
      return commands.execute(withParentheses(args));
    } catch (OutOfMemoryError e) {
      return lagrid.refuse(
          "out of memory: the heap holds at most %d MB; raise it with LAGRID_OPTS=-Xmx…"
              .formatted(Runtime.getRuntime().maxMemory() >> 20));
    } catch (Error e) {
      return lagrid.bug(e);
    } finally {
      terminal.out().flush();
      terminal.err().flush();
    }
  }

  /** Expressions that begin with a minus in parentheses, so that they are not read as options. */
  private static String[] withParentheses(String... args) {
    int end = Arrays.asList(args).indexOf("--");
    String[] words = args.clone();
    for (int i = 0; i < (end < 0 ? words.length : end); i++) {
      if (words[i].indexOf('x') >= 0 && MINUS_FIRST.matcher(words[i]).matches()) {
        words[i] = "(" + words[i] + ")";
      }
    }
    return words;
  }

  /** The commands, for running, help and completion. */
  static CommandLine commands(Terminal terminal) {
    CommandLine lagrid =
        new CommandLine(new RootCommand())
            .addSubcommand(new DemoCommand(terminal))
            .addSubcommand(new MultiplyCommand(terminal))
            .addSubcommand(versioned(new ConvolveCommand(terminal)))
            .addSubcommand(versioned(new ContractCommand(terminal)))
            .addSubcommand(versioned(new EvaluateCommand(terminal)))
            .addSubcommand(new MapCommand(terminal))
            .addSubcommand(new PlanCommand(terminal))
            .addSubcommand(new SimulateCommand(terminal))
            .addSubcommand(new CodesCommand(terminal))
            .addSubcommand(new DoctorCommand(terminal))
            .addSubcommand(new CompletionCommand(terminal));
    lagrid.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    lagrid.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    lagrid.setUsageHelpAutoWidth(terminal.interactive());
    lagrid.setUsageHelpLongOptionsMaxWidth(24);
    return lagrid;
  }

  /** A command of another package, which does not know of versions. */
  private static CommandLine versioned(Object command) {
    CommandLine versioned = new CommandLine(command);
    versioned.getCommandSpec().versionProvider(new Version());
    return versioned;
  }

  private int badUsage(ParameterException failure) {
    String command = failure.getCommandLine().getCommandSpec().qualifiedName();
    return refuse(usageProblem(failure) + " (see " + command + " --help)");
  }

  private static String usageProblem(ParameterException failure) {
    if (!(failure instanceof UnmatchedArgumentException unmatched)) {
      return message(failure);
    }
    boolean command = !failure.getCommandLine().getSubcommands().isEmpty();
    String kind = unmatched.isUnknownOption() ? "option" : command ? "command" : "argument";
    List<String> similar = unmatched.getSuggestions();
    return "unknown %s %s%s"
        .formatted(
            kind,
            BadInputException.quote(unmatched.getUnmatched().get(0)),
            similar.isEmpty() ? "" : "; did you mean " + similar.get(0) + "?");
  }

  private static String message(Exception failure) {
    String message = failure.getMessage();
    return message == null ? failure.toString() : message;
  }

  private int failed(Exception failure) {
    if (failure instanceof BadInputException) {
      return refuse(message(failure));
    }
    if (failure instanceof ClusterFailedException) {
      String line = new BadInputException(message(failure)).getMessage();
      return tell(line, ExitCode.CLUSTER_FAILED);
    }
    return bug(failure);
  }

  private int refuse(String message) {
    return tell(new BadInputException(message).getMessage(), ExitCode.BAD_INPUT);
  }

  private int tell(@Nullable String message, int exitCode) {
    terminal.err().println("lagrid: " + message);
    if (json) {
      terminal.out().println(Json.failure(String.valueOf(message), exitCode));
    }
    return exitCode;
  }

  private int bug(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    terminal.err().print(trace);
    return tell(
        "this is a bug in lagrid %s; please report it with the lines above, your command line and the"
                .formatted(Version.number())
            + " output of lagrid doctor",
        ExitCode.BUG);
  }
}
