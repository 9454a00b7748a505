package io.lagrid.cli.forecast;

import io.lagrid.cli.plot.Plot;
import io.lagrid.cli.plot.SvgPlot;
import io.lagrid.cli.report.Figures;
import io.lagrid.cli.report.Markup;
import io.lagrid.cli.report.Page;
import io.lagrid.engine.statistics.LatencySummary;
import java.util.List;
import java.util.Locale;

/** A simulation as one self-contained page. */
public final class SimulationPage {

  private final Simulation simulation;
  private final Markup page;

  private SimulationPage(Simulation simulation, Markup page) {
    this.simulation = simulation;
    this.page = page;
  }

  /** The page as text. */
  public static String render(Simulation simulation, List<Plot> plots) {
    return Page.render(
        simulation.question().title(),
        markup -> new SimulationPage(simulation, markup).write(plots));
  }

  private void write(List<Plot> plots) {
    page.open("header").element("p", "Lagrid · simulated rounds", "class", "kicker");
    page.element("h1", simulation.question().title());
    page.element("p", SimulationText.headline(simulation), "class", "subject");
    page.element("p", verdict(), "class", "verdict").close();
    section("On the same draws", this::strategies);
    for (Plot plot : plots) {
      page.open("section");
      SvgPlot.write(plot, page);
      page.close();
    }
  }

  private String verdict() {
    int uncoded = simulation.index("uncoded");
    LatencySummary coded = simulation.summary(0);
    String own =
        "A coded round takes %s on average, %s in one of a hundred."
            .formatted(SimulationText.seconds(coded.mean()), SimulationText.seconds(coded.p99()));
    if (uncoded < 0) {
      return own;
    }
    double ratio = simulation.summary(uncoded).mean() / coded.mean();
    return "%s Uncoded, it takes %s times as long on average."
        .formatted(own, String.format(Locale.ROOT, "%.2f", ratio));
  }

  private void strategies() {
    page.open("div", "class", "scroll").open("table", "class", "wide").open("thead").open("tr");
    page.element("th", "", "scope", "col");
    for (String head : new String[] {"work", "tasks", "mean", "p50", "p95", "p99", "longest"}) {
      page.element("th", head, "scope", "col", "class", "n");
    }
    page.close().close().open("tbody");
    for (int i = 0; i < simulation.entrants().size(); i++) {
      row(i);
    }
    page.close().close().close();
    page.element(
        "p",
        "Work: of the whole, per task; tasks' seconds are scaled by it. Longest: of all"
            + " rounds.",
        "class",
        "note");
    SimulationText.leftOut(simulation).forEach(line -> page.element("p", line, "class", "note"));
  }

  private void row(int index) {
    LatencySummary summary = simulation.summary(index);
    page.open("tr").element("th", simulation.entrants().get(index).title(), "scope", "row");
    cell(Figures.percent(simulation.entrants().get(index).work()));
    cell(
        String.format(
            Locale.ROOT, "%.1f", simulation.comparison().tracks().get(index).meanLaunched()));
    for (double seconds :
        new double[] {summary.mean(), summary.p50(), summary.p95(), summary.p99(), summary.max()}) {
      cell(SimulationText.seconds(seconds));
    }
    page.close();
  }

  private void cell(String text) {
    page.element("td", text, "class", "n");
  }

  private void section(String title, Runnable body) {
    page.open("section").element("h2", title);
    body.run();
    page.close();
  }
}
