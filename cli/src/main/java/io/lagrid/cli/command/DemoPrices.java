package io.lagrid.cli.command;

import io.lagrid.cli.report.Figures;
import io.lagrid.cli.report.PlanRow;
import io.lagrid.cli.run.ProductRun;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.Settings;
import io.lagrid.engine.cluster.Cluster;
import java.util.List;

/** What each thing tolerated adds to the price of one product. */
final class DemoPrices {

  private final Cluster cluster;
  private final ProductRun run;
  private final Tolerance tolerance;

  DemoPrices(Cluster cluster, ProductRun run, Tolerance tolerance) {
    this.cluster = cluster;
    this.run = run;
    this.tolerance = tolerance;
  }

  /** A table: the plan that tolerates nothing, then stragglers and liars, then colluders too. */
  List<String> lines() {
    Settings settings = run.lagrid().settings();
    String head = "%-34s %-22s %8s %8s %8s".formatted("Cost", "", "answers", "work", "sent");
    return List.of(
        head,
        row("nothing tolerated", settings.withTolerance(Tolerance.NONE).withCode("uncoded")),
        row(
            "%d slow, %d lying".formatted(tolerance.stragglers(), tolerance.adversaries()),
            settings.withTolerance(tolerance.colluders(0))),
        row("and %d prying".formatted(tolerance.colluders()), settings.withTolerance(tolerance)));
  }

  private String row(String what, Settings settings) {
    Lagrid lagrid = Lagrid.on(cluster).with(settings);
    PlanRow best = new ProductRun(lagrid, run.left(), run.right()).plans().get(0);
    return "  %-32s %-22s %8s %8s %8s"
        .formatted(
            what,
            best.code(),
            best.recoveryThreshold() + " of " + cluster.workers(),
            Figures.percent(best.work()),
            Figures.factor(best.upload()));
  }
}
