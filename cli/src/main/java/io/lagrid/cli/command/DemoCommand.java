package io.lagrid.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.cli.demo.Digits;
import io.lagrid.cli.demo.DirectGram;
import io.lagrid.cli.demo.PryingCluster;
import io.lagrid.cli.format.AtomicFile;
import io.lagrid.cli.report.HtmlReport;
import io.lagrid.cli.report.ReportContent;
import io.lagrid.cli.report.RunJson;
import io.lagrid.cli.run.ExitCode;
import io.lagrid.cli.run.Json;
import io.lagrid.cli.run.OutputOptions;
import io.lagrid.cli.run.ProductRun;
import io.lagrid.cli.run.Progress;
import io.lagrid.cli.run.Terminal;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Environment;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.fault.Fault;
import io.lagrid.engine.cluster.fault.FaultSpec;
import io.lagrid.engine.cluster.fault.FaultyCluster;
import io.lagrid.engine.cluster.local.LocalCluster;
import io.lagrid.engine.report.Outcome;
import io.lagrid.engine.report.RunReport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lagrid demo}: the digits' Gram matrix with slow, lying and prying workers. */
@Command(
    name = "demo",
    description = {
      "Real data on 12 workers: three slow by 10 s, one lying, one prying.",
      "Shows the answers arriving, who was used and who was caught, and what it cost."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class DemoCommand implements Callable<Integer> {

  private static final int WORKERS = 12;
  private static final int PRYING = 0;
  private static final Tolerance TOLERANCE = new Tolerance(3, 1, 1);
  private static final Duration SLEEP = Duration.ofSeconds(10);

  /** The liar is among the first workers, which compute first, so that its answer is seen. */
  private static final int EARLY = 4;

  private static final String REPORT = "lagrid-demo.html";

  private final Terminal terminal;

  @Mixin private OutputOptions telling = new OutputOptions();

  @Option(
      names = "--seed",
      paramLabel = "K",
      description = "Repeats which workers are slow and which lies (default: random).")
  private @Nullable Long seed;

  DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    telling.apply();
    AtomicFile report = telling.reportFile(REPORT);
    LongMatrix images = Digits.images();
    try (Progress progress = new Progress(terminal, telling);
        FaultyCluster faulty = faultyCluster();
        PryingCluster cluster = new PryingCluster(faulty, PRYING)) {
      DemoStory story = new DemoStory(terminal, telling.talkative(), progress);
      story.opening(images, TOLERANCE);
      ProductRun run = run(cluster, story, images);
      Outcome<Operand> outcome = run.outcome();
      progress.clear();
      if (outcome instanceof Outcome.Failed<Operand> failed) {
        return fail(failed.failure().message());
      }
      check(outcome, images);
      story.ending(outcome.report(), cluster, new DemoPrices(cluster, run, TOLERANCE));
      write(report, outcome.report(), run);
      tell(outcome.report(), story);
      return ExitCode.DONE;
    }
  }

  private int fail(String message) {
    terminal.err().println("lagrid: " + message);
    if (telling.json()) {
      terminal.out().println(Json.failure(message, ExitCode.NO_RESULT));
    }
    return ExitCode.NO_RESULT;
  }

  private FaultyCluster faultyCluster() {
    Long given = seed;
    Randomness randomness =
        Randomness.insecure(given == null ? Randomness.secure().nextLong() : given);
    FaultSpec faults =
        FaultSpec.none()
            .worker(randomness.nextInt(EARLY), Fault.lie(Fault.Way.FLIP))
            .some(TOLERANCE.stragglers(), Fault.slow(SLEEP));
    return FaultyCluster.around(LocalCluster.of(WORKERS), faults, randomness);
  }

  private static ProductRun run(Cluster cluster, DemoStory story, LongMatrix images) {
    Lagrid lagrid =
        Lagrid.on(cluster).tolerating(TOLERANCE).in(Environment.standard().withListener(story));
    return new ProductRun(lagrid, images.transpose(), images);
  }

  private static void check(Outcome<Operand> outcome, LongMatrix images) {
    Operand gram = outcome.orThrow().value();
    if (!gram.equals(DirectGram.of(images))) {
      throw new AssertionError("the coded result differs from the direct one: " + outcome.report());
    }
  }

  private static void write(AtomicFile file, RunReport run, ProductRun product) {
    ReportContent content =
        new ReportContent(
            DemoStory.TITLE,
            run,
            Optional.empty(),
            List.of(
                DemoStory.CHECKED, "Three workers were slowed by 10 s and one lied, on purpose."),
            product.plans());
    file.write(HtmlReport.render(content));
  }

  private void tell(RunReport run, DemoStory story) {
    String file = telling.reportFile(REPORT).path().toString();
    story.line("Report    " + file);
    if (telling.json()) {
      ObjectNode json = RunJson.of(run).put("check", true).put("report", file);
      terminal.out().println(Json.line(json));
    }
  }
}
