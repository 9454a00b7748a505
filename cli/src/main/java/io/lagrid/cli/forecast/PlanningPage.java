package io.lagrid.cli.forecast;

import io.lagrid.cli.plot.Plot;
import io.lagrid.cli.plot.Plot.Axis;
import io.lagrid.cli.plot.Series;
import io.lagrid.cli.plot.SvgPlot;
import io.lagrid.cli.report.Figures;
import io.lagrid.cli.report.Markup;
import io.lagrid.cli.report.Page;
import io.lagrid.cli.report.PlanRow;
import io.lagrid.codes.decode.ResponderSurvey;
import java.util.Comparator;
import java.util.List;

/** All plans as one self-contained page. */
public final class PlanningPage {

  private final Planning planning;
  private final Markup page;

  private PlanningPage(Planning planning, Markup page) {
    this.planning = planning;
    this.page = page;
  }

  /** The page as text. */
  public static String render(Planning planning) {
    return Page.render(
        planning.question().title(), markup -> new PlanningPage(planning, markup).write());
  }

  private void write() {
    List<String> text = PlanningText.of(planning);
    page.open("header").element("p", "Lagrid · plans", "class", "kicker");
    page.element("h1", planning.question().title());
    page.element("p", text.get(0), "class", "subject");
    planning.advice().ifPresent(advice -> page.element("p", advice.sentence(), "class", "verdict"));
    planning.best().ifPresent(best -> page.element("p", best.sentence(), "class", "note"));
    page.close();
    page.open("section").element("h2", "The codes side by side");
    table();
    planning.refusedByReason().forEach(this::refused);
    page.close();
    if (front().stream().mapToDouble(row -> row.plan().price().storage()).distinct().count() > 1) {
      page.open("section");
      SvgPlot.write(frontPlot(), page);
      page.close();
    }
    PlanningPlots.of(planning.question())
        .ifPresent(
            plot -> {
              page.open("section");
              SvgPlot.write(plot, page);
              page.close();
            });
  }

  private void table() {
    page.open("div", "class", "scroll").open("table", "class", "wide plans");
    page.open("thead").open("tr");
    page.element("th", "code", "scope", "col").element("th", "parameters", "scope", "col");
    for (String head : PlanningText.FIGURES) {
      page.element("th", head, "scope", "col", "class", "n");
    }
    page.close().close().open("tbody");
    PlanningText.shown(planning).forEach(this::row);
    page.close().close().close();
    page.element(
        "p",
        "Bold: no other plan is as good in time, storage and traffic and better in one. Marked: what"
            + " %s chooses.".formatted(planning.question().command()),
        "class",
        "note");
    if (!planning.question().request().requirement().exact()) {
      page.element("p", PlanningText.RESPONDERS, "class", "note");
    }
  }

  private void row(Planning.Row row) {
    String name = row.plan().code().parameters().code();
    page.open("tr", "class", row.chosen() ? "chosen" : "other").open("th", "scope", "row");
    page.element(row.pareto() ? "b" : "span", name).close();
    page.element("td", PlanRow.written(row.plan().code().parameters().named()));
    cell(Integer.toString(row.plan().answers()));
    cell(Figures.seconds(row.forecast().expectedSeconds()));
    cell(Figures.seconds(row.forecast().p99Seconds()));
    cell(Figures.percent(row.plan().price().storage()));
    cell(Figures.factor(row.plan().price().upload()));
    cell(Figures.factor(row.plan().price().download()));
    cell(Figures.percent(row.plan().price().work()));
    cell(PlanningText.error(row.precision(), ResponderSurvey::worst));
    cell(PlanningText.error(row.precision(), ResponderSurvey::typical));
    cell(PlanningText.condition(row));
    cell(PlanningText.leaks(planning, row));
    page.close();
  }

  private void cell(String text) {
    page.element("td", text, "class", "n");
  }

  private void refused(String reason, List<String> codes) {
    page.open("p", "class", "note refused").element("b", String.join(", ", codes));
    page.text(" cannot be used here: " + reason).close();
  }

  private List<Planning.Row> front() {
    return planning.rows().stream()
        .filter(Planning.Row::pareto)
        .sorted(Comparator.comparingDouble(row -> row.plan().price().storage()))
        .toList();
  }

  private Plot frontPlot() {
    List<Planning.Row> front = front();
    double[] storage = front.stream().mapToDouble(row -> row.plan().price().storage()).toArray();
    double[] expected =
        front.stream().mapToDouble(row -> row.forecast().expectedSeconds()).toArray();
    double[] p99 = front.stream().mapToDouble(row -> row.forecast().p99Seconds()).toArray();
    return new Plot(
        "front",
        "The plans that no other one beats: time against storage",
        Axis.linear("stored by a worker, in operands"),
        Axis.linear("seconds"),
        List.of(
            new Series("expected", storage, expected, Series.Style.MARKED),
            new Series("in one of a hundred runs", storage, p99, Series.Style.MARKED)));
  }
}
