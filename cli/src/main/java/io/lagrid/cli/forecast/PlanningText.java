package io.lagrid.cli.forecast;

import io.lagrid.cli.report.Figures;
import io.lagrid.cli.report.Hiding;
import io.lagrid.cli.report.PlanRow;
import io.lagrid.codes.CodeParameters;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.decode.ResponderSurvey;
import io.lagrid.engine.plan.PlanPrecision;
import io.lagrid.engine.report.Price;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** All plans in lines of text. */
public final class PlanningText {

  /** The columns of figures, here and on the page. */
  static final List<String> FIGURES =
      List.of(
          "answers",
          "expected",
          "p99",
          "stored",
          "sent",
          "received",
          "work",
          "error",
          "typical",
          "condition",
          "leaks");

  /** How many plans of one code are shown: the fastest, besides those on the front. */
  private static final int MOST_PER_CODE = 2;

  private static final int MOST_ROWS = 24;

  /** What columns of precision say in floating point, where it hangs on who answers. */
  static final String RESPONDERS =
      "Error: at the worst set of responders, then at a typical one; so is the condition number of"
          + " what they leave to solve, the typical one in brackets.";

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
      lines.addAll(table(planning, rows));
      lines.addAll(legend(planning, rows.size()));
    }
    planning
        .refusedByReason()
        .forEach((reason, codes) -> lines.add(String.join(", ", codes) + ": " + reason));
    planning.best().ifPresent(best -> lines.add(best.sentence()));
    planning.advice().ifPresent(advice -> lines.add(advice.sentence()));
    return lines;
  }

  private static List<String> legend(Planning planning, int shown) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        "* no other plan is as good in time, storage and traffic and better in one;"
            + " > what %s chooses".formatted(planning.question().command()));
    lines.add(
        "%d of %s shown. Stored and work: of all operands and of the whole, per worker. Sent"
                .formatted(shown, Figures.count(planning.rows().size(), "plan"))
            + " and received: in operands and results, in all.");
    if (!planning.question().request().requirement().exact()) {
      lines.add(RESPONDERS);
    }
    return lines;
  }

  /** The fastest plans of every code, those on the front, and the one that would run. */
  static List<Planning.Row> shown(Planning planning) {
    Map<String, Integer> seen = new HashMap<>();
    List<Planning.Row> rows = new ArrayList<>();
    for (Planning.Row row : planning.rows()) {
      int rank = seen.merge(row.plan().code().parameters().code(), 1, Integer::sum);
      if (row.chosen() || rank <= MOST_PER_CODE || row.pareto()) {
        rows.add(row);
      }
    }
    return rows.size() <= MOST_ROWS ? rows : cut(rows);
  }

  /** The first ones, with the chosen one, wherever it is. */
  private static List<Planning.Row> cut(List<Planning.Row> rows) {
    List<Planning.Row> first = new ArrayList<>(rows.subList(0, MOST_ROWS - 1));
    List<Planning.Row> others = rows.subList(MOST_ROWS - 1, rows.size());
    first.add(others.stream().filter(Planning.Row::chosen).findFirst().orElse(others.get(0)));
    return first;
  }

  private static List<String> table(Planning planning, List<Planning.Row> rows) {
    TextTable table =
        new TextTable(
            2,
            Stream.concat(Stream.of("  code", "parameters"), FIGURES.stream())
                .toArray(String[]::new));
    rows.forEach(row -> add(table, row, leaks(planning, row)));
    return table.lines();
  }

  private static void add(TextTable table, Planning.Row row, String leaks) {
    Price price = row.plan().price();
    String mark = (row.pareto() ? "*" : " ") + (row.chosen() ? ">" : " ");
    table.row(
        mark + row.plan().name(),
        PlanRow.written(row.plan().code().parameters().named()),
        "%d of %d".formatted(row.plan().answers(), row.plan().code().parameters().workers()),
        Figures.seconds(row.forecast().expectedSeconds()),
        Figures.seconds(row.forecast().p99Seconds()),
        Figures.percent(price.storage()),
        Figures.factor(price.upload()),
        Figures.factor(price.download()),
        Figures.percent(price.work()),
        error(row.precision(), ResponderSurvey::worst),
        error(row.precision(), ResponderSurvey::typical),
        condition(row),
        leaks);
  }

  /** A bound on the error, or after ≈ an estimate of it. */
  static String error(PlanPrecision precision, ToDoubleFunction<ResponderSurvey> at) {
    double bound = at.applyAsDouble(precision.bounds());
    double estimate = at.applyAsDouble(precision.estimates());
    if (Double.isFinite(estimate)) {
      return "≈" + Figures.significant(estimate);
    }
    return Double.isNaN(bound) ? "–" : bound == 0 ? "0" : Figures.significant(bound);
  }

  /** The condition number at the worst set of responders, and at a typical one. */
  static String condition(Planning.Row row) {
    return row.conditionNumbers()
        .map(
            found ->
                "%s (%s)"
                    .formatted(
                        Figures.significant(found.worst()), Figures.significant(found.typical())))
        .orElse("–");
  }

  /** What the colluders learn, in bits; a dash where nobody is to be kept blind. */
  static String leaks(Planning planning, Planning.Row row) {
    CodeParameters code = row.plan().code().parameters();
    double noise = planning.question().asked().maskingNoise();
    return code.colluders() == 0
        ? "–"
        : Hiding.bits(code, noise).map(bits -> Figures.significant(bits) + " bits").orElse("0");
  }
}
