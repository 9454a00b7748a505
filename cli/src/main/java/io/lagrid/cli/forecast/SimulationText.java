package io.lagrid.cli.forecast;

import io.lagrid.cli.report.Figures;
import io.lagrid.cli.report.PlanRow;
import io.lagrid.engine.forecast.ToleranceSweep;
import io.lagrid.engine.statistics.LatencySummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A simulation in lines of text. */
public final class SimulationText {

  private static final int MOST_SWEEP_ROWS = 12;

  private SimulationText() {}

  /** What was simulated, what came out, and what tolerance costs. */
  public static List<String> of(Simulation simulation) {
    List<String> lines = new ArrayList<>();
    lines.add(headline(simulation));
    lines.add("");
    lines.addAll(strategies(simulation));
    lines.add("");
    lines.add("Tasks' seconds are scaled by their work; work is a fraction of the whole.");
    lines.add(
        "busy: seconds that all workers together spent on a round. bound: mean, in times of the"
            + " work-conserving bound's.");
    lines.addAll(leftOut(simulation));
    if (simulation.sweep().size() > 1) {
      lines.add("");
      lines.addAll(sweep(simulation));
    }
    return lines;
  }

  /** One line that names everything the figures depend on. */
  static String headline(Simulation simulation) {
    return "%s on %d workers by the %s code (%s), %s, delay %s, seed %d"
        .formatted(
            simulation.question().title(),
            simulation.question().request().requirement().workers(),
            simulation.plan().code().parameters().code(),
            PlanRow.written(simulation.plan().code().parameters().named()),
            Figures.count(simulation.draws().rounds(), "round"),
            simulation.modelText(),
            simulation.draws().seed());
  }

  /** What is not compared, and why. */
  static List<String> leftOut(Simulation simulation) {
    return simulation.leftOut().entrySet().stream()
        .map(way -> "no %s: %s".formatted(way.getKey(), way.getValue()))
        .toList();
  }

  private static List<String> strategies(Simulation simulation) {
    TextTable table =
        new TextTable(
            1, "", "work", "tasks", "mean", "±", "p50", "p95", "p99", "longest", "busy", "bound");
    for (int i = 0; i < simulation.entrants().size(); i++) {
      LatencySummary summary = simulation.summary(i);
      table.row(
          simulation.entrants().get(i).title(),
          Figures.percent(simulation.entrants().get(i).work()),
          number(simulation.comparison().tracks().get(i).meanLaunched()),
          seconds(summary.mean()),
          seconds(summary.standardError()),
          seconds(summary.p50()),
          seconds(summary.p95()),
          seconds(summary.p99()),
          seconds(summary.max()),
          seconds(simulation.comparison().tracks().get(i).meanBusySeconds()),
          simulation.ofBound(i).map(Figures::factor).orElse("–"));
    }
    return table.lines();
  }

  private static List<String> sweep(Simulation simulation) {
    TextTable table =
        new TextTable(2, "stragglers", "code", "answers", "work", "redundancy", "mean", "p99");
    List<ToleranceSweep.Point> points = simulation.sweep();
    int step = (points.size() + MOST_SWEEP_ROWS - 1) / MOST_SWEEP_ROWS;
    for (int i = 0; i < points.size(); i += step) {
      ToleranceSweep.Point point = points.get(i);
      table.row(
          Integer.toString(point.stragglers()),
          "%s (%s)"
              .formatted(
                  point.plan().code().parameters().code(),
                  PlanRow.written(point.plan().code().parameters().named())),
          Integer.toString(point.plan().answers()),
          Figures.percent(point.plan().price().work()),
          Figures.factor(point.plan().price().redundancy()),
          seconds(point.summary().mean()),
          seconds(point.summary().p99()));
    }
    return table.lines();
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.1f", value);
  }

  /** Seconds as people read them; a round that never ends is written so. */
  static String seconds(double seconds) {
    return Double.isInfinite(seconds) ? "never" : Figures.seconds(seconds);
  }
}
