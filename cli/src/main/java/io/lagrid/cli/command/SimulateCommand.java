package io.lagrid.cli.command;

import io.lagrid.cli.forecast.Question;
import io.lagrid.cli.forecast.Simulation;
import io.lagrid.cli.forecast.SimulationCsv;
import io.lagrid.cli.forecast.SimulationJson;
import io.lagrid.cli.forecast.SimulationPage;
import io.lagrid.cli.forecast.SimulationPlots;
import io.lagrid.cli.forecast.SimulationText;
import io.lagrid.cli.format.AtomicFile;
import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.operation.AskedOperation;
import io.lagrid.cli.plot.Plot;
import io.lagrid.cli.plot.PlotFiles;
import io.lagrid.cli.profile.LinkOptions;
import io.lagrid.cli.run.CodingOptions;
import io.lagrid.cli.run.DelayText;
import io.lagrid.cli.run.ExitCode;
import io.lagrid.cli.run.Json;
import io.lagrid.cli.run.OutputOptions;
import io.lagrid.cli.run.Terminal;
import io.lagrid.engine.delay.DelayModel;
import io.lagrid.engine.delay.Trace;
import io.lagrid.engine.forecast.Lineup;
import io.lagrid.engine.forecast.ToleranceSweep;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lagrid simulate OPERATION SHAPE… --delay MODEL --rounds R}. */
@Command(
    name = "simulate",
    description = "Thousands of rounds in virtual time: a code and what else could be done.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {
      "",
      "MODEL is the distribution of one worker's whole task in seconds:",
      "  constant:SECONDS   shiftexp:A,MU   weibull:SHAPE,SCALE   pareto:SHAPE,SCALE",
      "  bimodal:Q,FAST,SLOW   trace:FILE.csv[.gz] (worker,round,seconds)",
      "or one on top of another: hosts:SIZE,Q,FACTOR/MODEL, speeds:S1,S2,…/MODEL,",
      "  bursts:ONSET,RECOVERY,FACTOR/MODEL.",
      "Example: lagrid simulate multiply 2000x2000 2000x2000 --delay shiftexp:1,2"
    })
final class SimulateCommand implements Callable<Integer> {

  private static final int STANDARD_ROUNDS = 1000;
  private static final int MOST_ROUNDS = 1_000_000;

  private final Terminal terminal;

  @Mixin private AskedOperation asked = new AskedOperation();

  @Option(
      names = "--delay",
      paramLabel = "MODEL",
      required = true,
      description = "How long a worker's task takes; see below.")
  private String delay = "";

  @Option(
      names = "--rounds",
      paramLabel = "R",
      description = "Rounds (default: 1000; of a trace, all there are).")
  private @Nullable Integer rounds;

  @Option(
      names = "--fixed",
      paramLabel = "F",
      defaultValue = "0",
      description =
          "The share of the seconds that does not depend on a task's work, 0 to 1 (default:"
              + " ${DEFAULT-VALUE}).")
  private double fixed;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Write every round's seconds to a file.")
  private @Nullable Path csv;

  @Option(
      names = "--plots",
      paramLabel = "FOLDER",
      description = "Write the plots as PNG and SVG into a folder.")
  private @Nullable Path plots;

  @Mixin private LinkOptions links = new LinkOptions();
  @Mixin private CodingOptions coding = new CodingOptions();
  @Mixin private OutputOptions telling = new OutputOptions();

  SimulateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    telling.apply();
    AtomicFile report = telling.reportFile();
    AtomicFile table = csv == null ? null : AtomicFile.at(csv);
    PlotFiles files = plots == null ? null : PlotFiles.in(plots);
    Simulation simulation = simulate();
    List<Plot> drawn = SimulationPlots.of(simulation);
    if (report != null) {
      report.write(SimulationPage.render(simulation, drawn));
    }
    if (table != null) {
      table.write(SimulationCsv.of(simulation));
    }
    if (files != null) {
      files.write(drawn).ifPresent(note -> terminal.err().println("lagrid: " + note));
    }
    if (telling.json()) {
      terminal.out().println(Json.line(SimulationJson.of(simulation)));
    } else if (telling.talkative()) {
      SimulationText.of(simulation).forEach(terminal.out()::println);
    }
    return ExitCode.DONE;
  }

  private Simulation simulate() {
    Question question = new Question(asked.planned(coding));
    DelayModel model = DelayText.parse(delay);
    if (!(fixed >= 0 && fixed <= 1)) {
      throw new BadInputException("--fixed is %s; legal are 0 to 1".formatted(fixed));
    }
    Lineup.Terms terms = new Lineup.Terms(links.network(), fixed);
    ToleranceSweep.Draws draws = new ToleranceSweep.Draws(model, rounds(model), coding.seed());
    return Simulation.run(question, terms, draws, delay);
  }

  private int rounds(DelayModel model) {
    Integer wanted = rounds;
    if (wanted == null) {
      boolean enough = model instanceof Trace trace && trace.workers() >= coding.workers();
      return enough ? ((Trace) model).distinctRounds(coding.workers()) : STANDARD_ROUNDS;
    }
    if (wanted < 1 || wanted > MOST_ROUNDS) {
      throw new BadInputException(
          "--rounds is %d; legal are 1 to %d".formatted(wanted, MOST_ROUNDS));
    }
    return wanted;
  }
}
