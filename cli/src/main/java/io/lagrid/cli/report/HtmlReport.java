package io.lagrid.cli.report;

import io.lagrid.codes.Operation;
import io.lagrid.engine.report.Fate;
import io.lagrid.engine.report.RunReport;

/**
 * One self-contained HTML page about a run: the worker timeline with the threshold line, the
 * stages, the price, the plan table and the arithmetic. It loads nothing, reads well on a phone,
 * follows the reader's choice of a dark theme, and says in words whatever it says by colour.
 */
public final class HtmlReport {

  private final ReportContent content;
  private final RunReport run;
  private final Markup page;

  private HtmlReport(ReportContent content, Markup page) {
    this.content = content;
    this.run = content.run();
    this.page = page;
  }

  /** The page as text. */
  public static String render(ReportContent content) {
    return Page.render(content.title(), page -> new HtmlReport(content, page).write());
  }

  private void write() {
    hatching();
    headline();
    section("Workers", () -> new Timeline(run, decoded()).write(page));
    section("Where the time went", () -> new StageChart(run.seconds()).write(page));
    section("What it cost", () -> new PriceTable(run).write(page));
    if (!content.plans().isEmpty()) {
      section("The codes side by side", () -> new PlanTableView(content).write(page));
    }
    section("Arithmetic", () -> new ArithmeticNotes(run).write(page));
  }

  private boolean decoded() {
    return content.failure().isEmpty();
  }

  /** The pattern of late workers' bars, defined once for the page. */
  private void hatching() {
    page.open("svg", "width", "0", "height", "0", "class", "hidden", "aria-hidden", "true");
    page.open("defs")
        .open(
            "pattern",
            "id",
            "hatch",
            "width",
            "7",
            "height",
            "7",
            "patternUnits",
            "userSpaceOnUse",
            "patternTransform",
            "rotate(45)");
    page.empty("rect", "class", "hatch-ground", "width", "7", "height", "7");
    page.empty("rect", "class", "hatch-line", "width", "2.5", "height", "7");
    page.close().close().close();
  }

  private void headline() {
    page.open("header").element("p", "Lagrid · run report", "class", "kicker");
    page.element("h1", content.title());
    page.element("p", subject(), "class", "subject");
    page.element("p", verdict(), "class", decoded() ? "verdict" : "verdict failed");
    if (!content.findings().isEmpty()) {
      page.open("ul", "class", "findings");
      content.findings().forEach(finding -> page.element("li", finding));
      page.close();
    }
    page.open("dl", "class", "tiles");
    tile("answers needed", Figures.needed(run) + " of " + run.code().workers());
    tile("decodable after", decoded() ? Figures.seconds(Figures.decodableAfter(run)) : "–");
    tile("whole run", Figures.seconds(run.seconds().total()));
    page.open("div").element("dt", "tolerates").open("dd");
    Figures.tolerance(run.tolerance()).forEach(line -> page.element("span", line));
    page.close().close();
    page.close().close();
  }

  private String subject() {
    String code =
        "%s code (%s) on %d workers"
            .formatted(
                run.code().code(), PlanRow.written(run.code().named()), run.code().workers());
    if (run.operation() instanceof Operation.Product product) {
      String sizes =
          "%d×%d times %d×%d"
              .formatted(product.rows(), product.inner(), product.inner(), product.columns());
      String batch = product.batch() > 1 ? product.batch() + " products of " : "";
      return "%s%s, %s, by the %s"
          .formatted(batch, sizes, run.arithmetic().exact() ? "exact" : "real", code);
    }
    return run.operation().name() + ", by the " + code;
  }

  private String verdict() {
    String others =
        "late: %s; rejected: %s; lost: %s."
            .formatted(
                Figures.list(run.workersThat(Fate.LATE)),
                Figures.list(run.workersThat(Fate.REJECTED)),
                Figures.list(run.workersThat(Fate.LOST)));
    return content
        .failure()
        .map(failure -> "No result: " + failure + ". Workers " + others)
        .orElseGet(
            () ->
                "Decoded from the answers of workers %s. Workers %s"
                    .formatted(Figures.list(run.workersThat(Fate.USED)), others));
  }

  private void tile(String name, String value) {
    page.open("div").element("dt", name).element("dd", value).close();
  }

  private void section(String title, Runnable body) {
    page.open("section").element("h2", title);
    body.run();
    page.close();
  }
}
