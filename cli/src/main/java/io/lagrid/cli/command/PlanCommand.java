package io.lagrid.cli.command;

import io.lagrid.cli.forecast.Planning;
import io.lagrid.cli.forecast.PlanningJson;
import io.lagrid.cli.forecast.PlanningPage;
import io.lagrid.cli.forecast.PlanningPlots;
import io.lagrid.cli.forecast.PlanningText;
import io.lagrid.cli.forecast.Question;
import io.lagrid.cli.format.AtomicFile;
import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.operation.AskedOperation;
import io.lagrid.cli.plot.PlotFile;
import io.lagrid.cli.profile.ProfileOptions;
import io.lagrid.cli.run.CodingOptions;
import io.lagrid.cli.run.ExitCode;
import io.lagrid.cli.run.Json;
import io.lagrid.cli.run.OutputOptions;
import io.lagrid.cli.run.Terminal;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lagrid plan OPERATION SHAPE…}. */
@Command(
    name = "plan",
    description = "Every code that can do it, side by side: what it tolerates, costs and takes.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footer = {
      "",
      "Expected times are those of workers with the given speed, slowness and links.",
      "Examples: lagrid plan multiply 2000x2000 2000x2000 --stragglers 3",
      "  lagrid plan convolve 100000 1000          lagrid plan contract 'bij,bjk->bik' 8x90x90 8x90x90",
      "  lagrid plan evaluate gram 100000x200      lagrid plan map tanh 1000x20 --colluders 1"
    })
final class PlanCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private AskedOperation asked = new AskedOperation();

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description =
          "Write the operation's trade-off as .png or .svg: thresholds against storage (multiply) or"
              + " chunks (convolve), precision against answers (map), work against what is"
              + " tolerated (evaluate, batches).")
  private @Nullable Path plot;

  @Mixin private ProfileOptions profile = new ProfileOptions();
  @Mixin private CodingOptions coding = new CodingOptions();
  @Mixin private OutputOptions telling = new OutputOptions();

  PlanCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    telling.apply();
    AtomicFile report = telling.reportFile();
    PlotFile picture = plot == null ? null : PlotFile.at(plot);
    Question question = new Question(asked.planned(coding));
    Planning planning = Planning.of(question, profile.profile());
    if (picture != null) {
      picture.write(
          PlanningPlots.of(question)
              .orElseThrow(() -> new BadInputException("--plot: there is no plan to show")));
    }
    if (report != null) {
      report.write(PlanningPage.render(planning));
    }
    if (telling.json()) {
      terminal.out().println(Json.line(PlanningJson.of(planning)));
    } else if (telling.talkative()) {
      PlanningText.of(planning).forEach(terminal.out()::println);
    }
    return ExitCode.DONE;
  }
}
