package io.lagrid.cli.report;

/**
 * The plan table: every code that could have been used, the one that was, and why others could not.
 */
final class PlanTableView {

  private static final int MOST_ROWS = 15;

  private final ReportContent content;

  PlanTableView(ReportContent content) {
    this.content = content;
  }

  void write(Markup page) {
    page.open("div", "class", "scroll")
        .open("table", "class", "wide plans")
        .open("thead")
        .open("tr");
    page.element("th", "code", "scope", "col").element("th", "parameters", "scope", "col");
    for (String name : new String[] {"R", "stored", "sent", "received", "work"}) {
      page.element("th", name, "scope", "col", "class", "n");
    }
    page.close().close().open("tbody");
    content.plans().stream()
        .filter(row -> row.reason() == null)
        .limit(MOST_ROWS)
        .forEach(row -> usable(page, row));
    page.close().close().close();
    page.element(
        "p",
        "R: answers needed. Stored and work: of all operands and of the whole operation, per worker."
            + " Sent and received: in operands and in results, in all.",
        "class",
        "note");
    content.plans().forEach(row -> refused(page, row));
  }

  private void usable(Markup page, PlanRow row) {
    boolean chosen =
        row.code().equals(content.run().code().code())
            && row.parameters().equals(content.run().code().named());
    page.open("tr", "class", chosen ? "chosen" : "other");
    page.element("th", chosen ? row.code() + " ✓ used" : row.code(), "scope", "row");
    page.element("td", PlanRow.written(row.parameters()));
    page.element("td", Integer.toString(row.recoveryThreshold()), "class", "n");
    page.element("td", Figures.percent(row.storage()), "class", "n");
    page.element("td", Figures.factor(row.upload()), "class", "n");
    page.element("td", Figures.factor(row.download()), "class", "n");
    page.element("td", Figures.percent(row.work()), "class", "n").close();
  }

  private static void refused(Markup page, PlanRow row) {
    String reason = row.reason();
    if (reason != null) {
      page.open("p", "class", "note refused").element("b", row.code());
      page.text(" is not usable here: " + reason).close();
    }
  }
}
