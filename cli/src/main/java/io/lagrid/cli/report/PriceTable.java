package io.lagrid.cli.report;

import io.lagrid.engine.report.Fate;
import io.lagrid.engine.report.Price;
import io.lagrid.engine.report.RunReport;

/** What the run cost beside the uncoded run on the same workers. */
final class PriceTable {

  private final RunReport run;

  PriceTable(RunReport run) {
    this.run = run;
  }

  void write(Markup page) {
    int workers = run.code().workers();
    Price price = run.price();
    double fair = 1.0 / workers;
    page.open("table", "class", "wide").open("thead").open("tr");
    page.element("th", "", "scope", "col");
    for (String column : new String[] {"this run", "uncoded", "factor"}) {
      page.element("th", column, "scope", "col", "class", "n");
    }
    page.close().close().open("tbody");
    shares(page, "held by one worker, of both operands", price.storage(), fair);
    shares(page, "computed by one worker, of the product", price.work(), fair);
    shares(page, "computed by all workers, of the product", price.redundancy(), 1);
    shares(page, "sent to the workers, of both operands", price.upload(), 1);
    shares(page, "answers needed back, of the result", price.download(), 1);
    page.close().close();
    notes(page, workers);
  }

  private void notes(Markup page, int workers) {
    int sound = run.workersThat(Fate.USED).size() + run.workersThat(Fate.SPARE).size();
    String missing = Figures.count(workers - sound, "worker");
    page.element(
        "p",
        "Uncoded means every worker computes 1/%d of the product, and all of them must answer, rightly;"
                .formatted(workers)
            + (sound == workers
                ? " here all did."
                : " here %s did not, in time.".formatted(missing)),
        "class",
        "note");
    run.stored().forEach(operand -> page.element("p", Figures.stored(operand), "class", "note"));
    page.element(
        "p",
        "Moved in all: %s to the workers, %s back."
            .formatted(Figures.bytes(run.traffic().up()), Figures.bytes(run.traffic().down())),
        "class",
        "note");
  }

  private static void shares(Markup page, String what, double coded, double uncoded) {
    page.open("tr").element("th", what, "scope", "row");
    page.element("td", Figures.percent(coded), "class", "n");
    page.element("td", Figures.percent(uncoded), "class", "n");
    page.element("td", Figures.factor(coded / uncoded), "class", "n").close();
  }
}
