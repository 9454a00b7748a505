package io.lagrid.cli.plot;

import io.lagrid.cli.report.Markup;
import java.util.Locale;

/**
 * A plot as SVG: in a page, whose style it follows, or as a file of its own on white ground. What
 * is said by colour is said by dashes too.
 */
public final class SvgPlot {

  private static final int WIDTH = 760;
  private static final int LEFT = 62;
  private static final int RIGHT = 18;
  private static final int TOP = 34;
  private static final int HEIGHT = 300;
  private static final int LEGEND_ROW = 20;
  private static final int LEGEND_COLUMNS = 2;
  private static final String INK = "#1c2024";
  private static final String QUIET = "#5f6670";

  private final Plot plot;
  private final Markup page;
  private final Scale x;
  private final Scale y;

  private SvgPlot(Plot plot, Markup page) {
    this.plot = plot;
    this.page = page;
    this.x = plot.horizontal();
    this.y = plot.vertical();
  }

  /** Writes the plot into a page. */
  public static void write(Plot plot, Markup page) {
    new SvgPlot(plot, page).write(false);
  }

  /** The plot as a file. */
  public static String file(Plot plot) {
    Markup page = new Markup();
    page.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    new SvgPlot(plot, page).write(true);
    return page + "\n";
  }

  private void write(boolean alone) {
    int rows = (plot.series().size() + LEGEND_COLUMNS - 1) / LEGEND_COLUMNS;
    int height = TOP + HEIGHT + 48 + rows * LEGEND_ROW;
    page.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "class",
        "plot",
        "viewBox",
        "0 0 %d %d".formatted(WIDTH, height),
        "font-family",
        "system-ui, sans-serif",
        "font-size",
        "12",
        "role",
        "img");
    page.element("title", plot.title());
    if (alone) {
      page.empty("rect", "width", "100%", "height", "100%", "fill", "#ffffff");
    }
    heading();
    axes();
    for (int i = 0; i < plot.series().size(); i++) {
      line(i);
      legend(i);
    }
    page.close();
  }

  private void heading() {
    page.element(
        "text",
        plot.title(),
        "x",
        "" + LEFT,
        "y",
        "18",
        "class",
        "heading",
        "fill",
        INK,
        "font-size",
        "14",
        "font-weight",
        "600");
  }

  private void axes() {
    int bottom = TOP + HEIGHT;
    for (double tick : x.ticks()) {
      String at = at(horizontal(tick));
      rule(at, "" + TOP, at, "" + bottom);
      label(x.label(tick), at, "" + (bottom + 17), "middle");
    }
    for (double tick : y.ticks()) {
      String at = at(vertical(tick));
      rule("" + LEFT, at, "" + (WIDTH - RIGHT), at);
      label(y.label(tick), "" + (LEFT - 7), at(vertical(tick) + 4), "end");
    }
    label(plot.x().label(), at((LEFT + WIDTH - RIGHT) / 2.0), "" + (bottom + 36), "middle");
    page.element(
        "text",
        plot.y().label(),
        "fill",
        QUIET,
        "text-anchor",
        "middle",
        "transform",
        "translate(14 %d) rotate(-90)".formatted(TOP + HEIGHT / 2));
  }

  private void rule(String x1, String y1, String x2, String y2) {
    page.empty(
        "line", "class", "grid", "x1", x1, "y1", y1, "x2", x2, "y2", y2, "stroke", "#dcdcd5");
  }

  private void label(String text, String atX, String atY, String anchor) {
    page.element("text", text, "x", atX, "y", atY, "fill", QUIET, "text-anchor", anchor);
  }

  private void line(int index) {
    Series series = plot.series().get(index);
    page.empty(
        "path",
        "d",
        path(series),
        "fill",
        "none",
        "stroke",
        plot.colour(index),
        "stroke-width",
        "2",
        "stroke-linejoin",
        "round",
        "stroke-dasharray",
        plot.dash(index));
    for (int i = 0; i < series.x().length && series.style() == Series.Style.MARKED; i++) {
      if (series.shows(i)) {
        mark(series, i, plot.colour(index));
      }
    }
  }

  private String path(Series series) {
    StringBuilder path = new StringBuilder();
    double before = Double.NaN;
    for (int i = 0; i < series.x().length; i++) {
      if (series.shows(i)) {
        String to = at(horizontal(series.x()[i]));
        if (!Double.isNaN(before) && series.style() == Series.Style.STEPS) {
          path.append('L').append(to).append(' ').append(at(before));
        }
        before = vertical(series.y()[i]);
        path.append(path.isEmpty() ? 'M' : 'L').append(to).append(' ').append(at(before));
      }
    }
    return path.toString();
  }

  private void mark(Series series, int i, String colour) {
    String atX = at(horizontal(series.x()[i]));
    String atY = at(vertical(series.y()[i]));
    page.empty("circle", "cx", atX, "cy", atY, "r", "3.2", "fill", colour);
  }

  private void legend(int index) {
    int column = index % LEGEND_COLUMNS;
    int left = LEFT + column * (WIDTH - LEFT - RIGHT) / LEGEND_COLUMNS;
    int middle = TOP + HEIGHT + 58 + index / LEGEND_COLUMNS * LEGEND_ROW;
    page.empty(
        "line",
        "x1",
        "" + left,
        "x2",
        "" + (left + 30),
        "y1",
        "" + middle,
        "y2",
        "" + middle,
        "stroke",
        plot.colour(index),
        "stroke-width",
        "2.5",
        "stroke-dasharray",
        plot.dash(index));
    page.element(
        "text",
        plot.series().get(index).name(),
        "x",
        "" + (left + 38),
        "y",
        "" + (middle + 4),
        "fill",
        QUIET);
  }

  private double horizontal(double value) {
    return LEFT + x.at(value) * (WIDTH - LEFT - RIGHT);
  }

  private double vertical(double value) {
    return TOP + (1 - y.at(value)) * HEIGHT;
  }

  private static String at(double position) {
    return String.format(Locale.ROOT, "%.1f", position);
  }
}
