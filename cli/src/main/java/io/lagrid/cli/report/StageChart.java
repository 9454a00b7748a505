package io.lagrid.cli.report;

import io.lagrid.engine.report.RunReport.StageSeconds;
import java.util.List;
import java.util.Locale;

/** Where the time went: one bar cut into stages, and a table of the same numbers. */
final class StageChart {

  /** The share of the whole from which on a stage's name fits into its part of the bar. */
  private static final double NARROWEST_LABEL = 0.12;

  private record Stage(String name, String meaning, double seconds) {}

  private final StageSeconds seconds;
  private final List<Stage> stages;
  private final double sum;

  StageChart(StageSeconds seconds) {
    this.seconds = seconds;
    // Checking happens while answers are awaited.
    double waiting = Math.max(0, seconds.await() - seconds.verify());
    this.stages =
        List.of(
            new Stage("plan", "choosing code and arithmetic", seconds.plan()),
            new Stage("encode", "cutting, noise, encoding, placing shares", seconds.encode()),
            new Stage("wait", "until enough sound answers were there", waiting),
            new Stage("verify", "checking answers as they arrived", seconds.verify()),
            new Stage("decode", "decoding and assembling the result", seconds.decode()));
    this.sum = stages.stream().mapToDouble(Stage::seconds).sum();
  }

  void write(Markup page) {
    bar(page);
    table(page);
  }

  private void bar(Markup page) {
    page.open("svg", "class", "stages", "width", "100%", "height", "34", "role", "img");
    page.element("title", "How the total time divides into stages; the numbers are in the table");
    double start = 0;
    for (Stage stage : stages) {
      part(page, stage, start);
      start += stage.seconds();
    }
    page.close();
  }

  private void part(Markup page, Stage stage, double start) {
    String x = percent(start);
    String width = percent(stage.seconds());
    String style = "stage " + stage.name();
    page.empty("rect", "class", style, "x", x, "y", "0", "width", width, "height", "34");
    if (share(stage.seconds()) > NARROWEST_LABEL) {
      String middle = percent(start + stage.seconds() / 2);
      page.element("text", stage.name(), "class", "stage", "x", middle, "y", "21");
    }
  }

  private void table(Markup page) {
    page.open("table", "class", "wide").open("thead").open("tr");
    page.element("th", "stage", "scope", "col").element("th", "what", "scope", "col");
    page.element("th", "time", "scope", "col", "class", "n");
    page.element("th", "share", "scope", "col", "class", "n").close().close().open("tbody");
    stages.forEach(stage -> row(page, stage));
    page.close().open("tfoot").open("tr").element("th", "total", "scope", "row");
    page.element("td", "").element("td", Figures.seconds(seconds.total()), "class", "n");
    page.element("td", "", "class", "n").close().close().close();
  }

  private void row(Markup page, Stage stage) {
    page.open("tr").open("th", "scope", "row", "class", "named");
    page.open("svg", "class", "swatch", "width", "12", "height", "12");
    page.empty("rect", "class", "stage " + stage.name(), "width", "12", "height", "12", "rx", "2");
    page.close().text(stage.name()).close();
    page.element("td", stage.meaning());
    page.element("td", Figures.seconds(stage.seconds()), "class", "n");
    page.element(
        "td", String.format(Locale.ROOT, "%.1f %%", 100 * share(stage.seconds())), "class", "n");
    page.close();
  }

  private double share(double part) {
    return sum > 0 ? part / sum : 0;
  }

  private String percent(double part) {
    return String.format(Locale.ROOT, "%.3f%%", 100 * share(part));
  }
}
