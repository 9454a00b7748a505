package io.lagrid.cli.command;

import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.cli.demo.PryingCluster;
import io.lagrid.cli.report.Figures;
import io.lagrid.cli.run.Progress;
import io.lagrid.cli.run.Terminal;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.report.Fate;
import io.lagrid.engine.report.RunReport;
import io.lagrid.engine.report.WorkerTimeline;
import io.lagrid.engine.round.RoundListener;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the demo prints, from the opening to the bill. Confined to the coordinator's thread. */
final class DemoStory implements RoundListener {

  /** What is computed. */
  static final String TITLE = "The Gram matrix XᵀX of 1797 handwritten digits";

  /** The outcome of the check. */
  static final String CHECKED =
      "The coded result equals the product computed directly, in all 4096 entries.";

  private static final int GLIMPSE = 6;

  private final Terminal terminal;
  private final boolean shown;
  private final Progress progress;

  DemoStory(Terminal terminal, boolean shown, Progress progress) {
    this.terminal = terminal;
    this.shown = shown;
    this.progress = progress;
  }

  void line(String text) {
    if (shown) {
      terminal.out().println(text);
    }
  }

  void opening(LongMatrix images, Tolerance tolerance) {
    line(TITLE + ", exactly");
    line("");
    line("Data      %d images of 8×8 pixels, integers 0 to 16".formatted(images.rows()));
    line("Workers   12, of which 3 sleep for 10 s and 1 lies; whoever pries shall learn nothing");
    line("Tolerates " + String.join(", ", Figures.tolerance(tolerance)));
    line("");
  }

  @Override
  public void heard(WorkerTimeline worker, int sound, int threshold) {
    progress.clear();
    line(Progress.event(worker, sound, threshold));
    progress.heard(worker, sound, threshold);
  }

  void ending(RunReport run, PryingCluster cluster, DemoPrices prices) {
    line("");
    line(
        "Result    decodable after %s; nobody waited for workers %s"
            .formatted(
                Figures.seconds(Figures.decodableAfter(run)),
                Figures.list(run.workersThat(Fate.LATE))));
    line("Used      workers " + Figures.list(run.workersThat(Fate.USED)));
    line("Caught    worker " + Figures.list(run.workersThat(Fate.REJECTED)));
    line("Check     " + CHECKED);
    line(
        "Privacy   worker 0 was sent %d numbers of Xᵀ, uniformly random whatever the digits are:"
            .formatted(cluster.numbers()));
    line("          " + glimpse(cluster) + ", …");
    line("");
    prices.lines().forEach(this::line);
    line("");
  }

  private static String glimpse(PryingCluster cluster) {
    return Arrays.stream(cluster.glimpse(GLIMPSE))
        .mapToObj(number -> String.format(Locale.ROOT, "%.0f", number))
        .collect(Collectors.joining(", "));
  }
}
