package io.lagrid.cli.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.lagrid.engine.cluster.Measure;
import io.lagrid.engine.report.Fate;
import io.lagrid.engine.report.RunReport;
import io.lagrid.engine.report.WorkerTimeline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The worker timeline: a table with one row per worker, whose cells hold a bar, what became of the
 * worker and when. A line through all rows marks when the result was decodable.
 */
final class Timeline {

  private static final String ROW_HEIGHT = "26";
  private static final String MEASURED =
      "Measured by the cluster in this round, as far as it had told when this report was made; what"
          + " was cancelled may have told nothing yet.";

  private final RunReport run;
  private final boolean decoded;
  private final double threshold;
  private final TimeAxis axis;

  Timeline(RunReport run, boolean decoded) {
    this.run = run;
    this.decoded = decoded;
    this.threshold = decoded ? Figures.decodableAfter(run) : run.seconds().await();
    double last =
        run.workers().stream()
            .mapToDouble(WorkerTimeline::arrival)
            .filter(Double::isFinite)
            .reduce(threshold, Math::max);
    this.axis = TimeAxis.upTo(last);
  }

  void write(Markup page) {
    page.open("p", "class", "legend");
    for (Fate fate : Fate.values()) {
      page.open("span", "class", "key");
      page.open("svg", "class", "swatch", "width", "22", "height", "12");
      bar(page, fate, "0", "100%", "1", "10");
      page.close().text(word(fate) + ": " + meaning(fate)).close();
    }
    page.element("span", "thin line: before the worker computed", "class", "key");
    page.element("span", "upright line: " + lineMeaning(), "class", "key").close();
    page.open("table", "class", "timeline");
    header(page);
    page.open("tbody");
    run.workers().forEach(worker -> row(page, worker));
    page.close().close();
    run.workers().stream()
        .filter(worker -> !worker.note().isEmpty())
        .forEach(worker -> note(page, worker));
    places(page);
  }

  /** Which workers ran at which place, and what their cluster measured there; if it says. */
  private void places(Markup page) {
    Map<String, List<WorkerTimeline>> places =
        run.workers().stream()
            .filter(worker -> !worker.place().isEmpty())
            .collect(groupingBy(WorkerTimeline::place, LinkedHashMap::new, toList()));
    if (places.isEmpty()) {
      return;
    }
    List<String> names = run.workers().stream().flatMap(Timeline::measures).distinct().toList();
    page.open("div", "class", "scroll");
    page.open("table", "class", "wide places").open("thead").open("tr");
    page.element("th", "place", "scope", "col").element("th", "workers", "scope", "col");
    names.forEach(name -> page.element("th", name, "scope", "col", "class", "n"));
    page.close().close().open("tbody");
    places.forEach((place, workers) -> place(page, place, workers, names));
    page.close().close().close();
    if (!names.isEmpty()) {
      page.element("p", MEASURED, "class", "note");
    }
  }

  private static void place(
      Markup page, String place, List<WorkerTimeline> workers, List<String> names) {
    page.open("tr").element("th", place, "scope", "row");
    page.element("td", Figures.list(workers.stream().map(WorkerTimeline::worker).toList()));
    for (String name : names) {
      String value =
          workers.get(0).measured().stream()
              .filter(measure -> measure.name().equals(name))
              .map(Figures::measure)
              .findFirst()
              .orElse("–");
      page.element("td", value, "class", "n");
    }
    page.close();
  }

  private static Stream<String> measures(WorkerTimeline worker) {
    return worker.measured().stream().map(Measure::name);
  }

  private static void note(Markup page, WorkerTimeline worker) {
    page.element(
        "p",
        "%s was %s: %s.".formatted(name(worker), word(worker.fate()), worker.note()),
        "class",
        "note");
  }

  private static String name(WorkerTimeline worker) {
    String place = worker.place().isEmpty() ? "" : " (" + worker.place() + ")";
    return "Worker " + worker.worker() + place;
  }

  private void header(Markup page) {
    page.open("thead").open("tr");
    page.element("th", "worker", "scope", "col");
    page.open("th", "scope", "col", "class", "plot");
    page.open("svg", "width", "100%", "height", "40", "role", "img");
    page.element("title", "Seconds after the dispatch; " + thresholdText());
    String anchor = threshold > axis.end() / 2 ? "end" : "start";
    page.element(
        "text", thresholdText(), "x", axis.at(threshold), "y", "13", "class", "mark " + anchor);
    boolean major = false;
    for (double tick : axis.ticks()) {
      major = !major;
      String place = tick == 0 ? "start" : tick > 0.93 * axis.end() ? "end" : "middle";
      page.element(
          "text",
          Figures.seconds(tick).replaceFirst("\\.0+ |(\\.\\d*?)0+ ", "$1 "),
          "x",
          axis.at(tick),
          "y",
          "33",
          "class",
          (major ? "tick " : "tick minor ") + place);
    }
    page.close().close();
    page.element("th", "became", "scope", "col")
        .element("th", "after", "scope", "col", "class", "n");
    page.close().close();
  }

  private String thresholdText() {
    String when = Figures.seconds(threshold);
    return decoded ? ordinal(Figures.needed(run)) + " answer: " + when : "gave up after " + when;
  }

  private String lineMeaning() {
    return decoded ? "enough answers to decode" : "gave up";
  }

  static String ordinal(int n) {
    boolean teen = n / 10 % 10 == 1;
    return n + (teen ? "th" : n % 10 == 1 ? "st" : n % 10 == 2 ? "nd" : n % 10 == 3 ? "rd" : "th");
  }

  private void row(Markup page, WorkerTimeline worker) {
    String fate = word(worker.fate());
    page.open("tr", "class", fate);
    page.element("th", Integer.toString(worker.worker()), "scope", "row");
    page.open("td", "class", "plot");
    page.open("svg", "width", "100%", "height", ROW_HEIGHT, "role", "img");
    page.element("title", spoken(worker));
    for (double tick : axis.ticks()) {
      line(page, axis.at(tick), "grid");
    }
    bars(page, worker);
    line(page, axis.at(threshold), "mark");
    page.close().close();
    page.open("td", "class", "fate").element("b", symbol(worker.fate()) + " " + fate).close();
    page.element("td", Figures.seconds(worker.arrival()), "class", "n").close();
  }

  private static String spoken(WorkerTimeline worker) {
    return "%s: %s, after %s, of which computing %s"
        .formatted(
            name(worker),
            word(worker.fate()),
            Figures.seconds(worker.arrival()),
            Figures.seconds(worker.compute()));
  }

  private void bars(Markup page, WorkerTimeline worker) {
    double end = Double.isNaN(worker.arrival()) ? axis.end() : worker.arrival();
    double compute = Double.isNaN(worker.compute()) ? end : Math.min(worker.compute(), end);
    double start = end - compute;
    if (start > 0) {
      page.empty(
          "rect", "class", "waiting", "x", "0", "y", "12", "width", axis.at(start), "height", "2");
    }
    bar(page, worker.fate(), axis.at(start), axis.length(start, end), "5", "16");
    if (worker.fate() == Fate.LOST || worker.fate() == Fate.REJECTED) {
      page.element("text", "✕", "class", "cross", "x", axis.at(end), "y", "18");
    }
  }

  private static void bar(Markup page, Fate fate, String x, String width, String y, String height) {
    page.empty(
        "rect",
        "class",
        "bar " + word(fate),
        "x",
        x,
        "y",
        y,
        "width",
        width,
        "height",
        height,
        "rx",
        "2");
  }

  private static void line(Markup page, String x, String kind) {
    page.empty("line", "class", kind, "x1", x, "x2", x, "y1", "0", "y2", ROW_HEIGHT);
  }

  /** The word the reports use for a fate. */
  static String word(Fate fate) {
    return fate.name().toLowerCase(Locale.ROOT);
  }

  private static String symbol(Fate fate) {
    return switch (fate) {
      case USED -> "●";
      case SPARE -> "○";
      case LATE -> "…";
      case REJECTED -> "✕";
      case LOST -> "†";
    };
  }

  private static String meaning(Fate fate) {
    return switch (fate) {
      case USED -> "part of the result";
      case SPARE -> "sound, not needed";
      case LATE -> "not waited for";
      case REJECTED -> "wrong, and caught";
      case LOST -> "crashed";
    };
  }
}
