package io.lagrid.cli.forecast;

import io.lagrid.cli.report.Figures;
import io.lagrid.cli.report.PlanRow;
import io.lagrid.codes.Requirement;
import io.lagrid.engine.report.Price;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All plans in lines of text. */
public final class PlanningText {

  /** How many plans of one code are shown: the fastest, besides those on the front. */
  private static final int MOST_PER_CODE = 2;

  private static final int MOST_ROWS = 24;

  private PlanningText() {}

  /** The table, what is refused and why, and the advice. */
  public static List<String> of(Planning planning) {
    List<String> lines = new ArrayList<>();
    Requirement requirement = planning.question().request().requirement();
    lines.add(
        "%s on %d workers, tolerating %s, in %s arithmetic"
            .formatted(
                planning.question().title(),
                requirement.workers(),
                requirement.tolerance(),
                requirement.exact() ? "exact" : "real"));
    lines.add("");
    List<Planning.Row> rows = shown(planning);
    if (!rows.isEmpty()) {
      lines.addAll(table(rows));
      lines.add("");
      lines.add(
          "* no other plan is as good in time, storage and traffic and better in one;"
              + " > what lagrid multiply chooses");
      lines.add(
          "%d of %s shown. Stored and work: of both operands and of the product, per worker. Sent"
                  .formatted(rows.size(), Figures.count(planning.rows().size(), "plan"))
              + " and received: in operands and results, in all.");
    }
    planning
        .refused()
        .forEach(refused -> lines.add("%s: %s".formatted(refused.code(), refused.reason())));
    planning.best().ifPresent(best -> lines.add(best.sentence()));
    planning.advice().ifPresent(advice -> lines.add(advice.sentence()));
    return lines;
  }

  /** The fastest plans of every code, and those on the front. */
  static List<Planning.Row> shown(Planning planning) {
    Map<String, Integer> seen = new HashMap<>();
    List<Planning.Row> rows = new ArrayList<>();
    for (Planning.Row row : planning.rows()) {
      int rank = seen.merge(row.plan().code().parameters().code(), 1, Integer::sum);
      if ((rank <= MOST_PER_CODE || row.pareto() || row.chosen()) && rows.size() < MOST_ROWS) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static List<String> table(List<Planning.Row> rows) {
    TextTable table =
        new TextTable(
            2,
            "  code",
            "parameters",
            "answers",
            "expected",
            "p99",
            "stored",
            "sent",
            "received",
            "work",
            "error");
    rows.forEach(row -> add(table, row));
    return table.lines();
  }

  private static void add(TextTable table, Planning.Row row) {
    Price price = row.plan().price();
    String mark = (row.pareto() ? "*" : " ") + (row.chosen() ? ">" : " ");
    table.row(
        mark + row.plan().code().parameters().code(),
        PlanRow.written(row.plan().code().parameters().named()),
        "%d of %d"
            .formatted(
                row.plan().code().parameters().recoveryThreshold(),
                row.plan().code().parameters().workers()),
        Figures.seconds(row.forecast().expectedSeconds()),
        Figures.seconds(row.forecast().p99Seconds()),
        Figures.percent(price.storage()),
        Figures.factor(price.upload()),
        Figures.factor(price.download()),
        Figures.percent(price.work()),
        error(row.errorBound()));
  }

  static String error(double bound) {
    return Double.isNaN(bound) ? "–" : bound == 0 ? "0" : Figures.significant(bound);
  }
}
