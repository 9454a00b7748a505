package io.lagrid.bench.real;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Lines over a common axis, as an SVG picture that reads well on light and dark ground. Confined to
 * one thread.
 */
final class LineChart {

  private static final int WIDTH = 800;
  private static final int HEIGHT = 420;
  private static final int LEFT = 70;
  private static final int RIGHT = 250;
  private static final int TOP = 44;
  private static final int BOTTOM = 50;
  private static final List<String> COLOURS =
      List.of("#c0392b", "#d68910", "#1f77b4", "#2a9d4a", "#7d3c98", "#5d6d7e", "#0e7c7b");

  private final String title;
  private final String across;
  private final Scale x;
  private final Scale y;
  private final List<Line> lines = new ArrayList<>();

  /** A named line through points; those that are not finite are left out. */
  private record Line(String name, List<Point> points) {}

  private record Point(double x, double y) {}

  /**
   * One axis.
   *
   * @param low its lower end
   * @param high its upper end
   * @param powers whether values are drawn by their decimal logarithms
   * @param ticks what is marked on it
   */
  record Scale(double low, double high, boolean powers, List<Double> ticks) {

    double place(double value) {
      double at = powers ? Math.log10(value) : value;
      double from = powers ? Math.log10(low) : low;
      double to = powers ? Math.log10(high) : high;
      return Math.min(1, Math.max(0, (at - from) / (to - from)));
    }

    String label(double tick) {
      return powers
          ? "1e" + Math.round(Math.log10(tick))
          : String.format(Locale.ROOT, tick == Math.rint(tick) ? "%.0f" : "%.2f", tick);
    }
  }

  /** An empty chart. */
  LineChart(String title, String across, Scale x, Scale y) {
    this.title = title;
    this.across = across;
    this.x = x;
    this.y = y;
  }

  void add(String name, double[] xs, double[] ys) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < xs.length; i++) {
      if (Double.isFinite(ys[i])) {
        points.add(new Point(xs[i], ys[i]));
      }
    }
    lines.add(new Line(name, points));
  }

  /** The picture. */
  String svg() {
    StringBuilder svg = new StringBuilder();
    svg.append(
        format(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif'"
                + " font-size='13'>%n<rect width='100%%' height='100%%' fill='#ffffff'/>%n",
            WIDTH, HEIGHT));
    text(svg, LEFT, 24, "start", title);
    text(svg, (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12, "middle", across);
    for (double tick : x.ticks()) {
      int at = column(tick);
      rule(svg, at, TOP, at, HEIGHT - BOTTOM);
      text(svg, at, HEIGHT - BOTTOM + 18, "middle", x.label(tick));
    }
    for (double tick : y.ticks()) {
      int at = row(tick);
      rule(svg, LEFT, at, WIDTH - RIGHT, at);
      text(svg, LEFT - 8, at + 4, "end", y.label(tick));
    }
    for (int i = 0; i < lines.size(); i++) {
      draw(svg, lines.get(i), i);
    }
    return svg.append("</svg>\n").toString();
  }

  private void draw(StringBuilder svg, Line line, int number) {
    String colour = COLOURS.get(number % COLOURS.size());
    String dash = number < COLOURS.size() ? "" : " stroke-dasharray='6 4'";
    StringBuilder path = new StringBuilder();
    StringBuilder dots = new StringBuilder();
    for (Point point : line.points()) {
      int across = column(point.x());
      int down = row(point.y());
      path.append(format("%d,%d ", across, down));
      dots.append(format("<circle cx='%d' cy='%d' r='3' fill='%s'/>%n", across, down, colour));
    }
    svg.append(
        format(
            "<polyline points='%s' fill='none' stroke='%s' stroke-width='2'%s/>%n",
            path.toString().strip(), colour, dash));
    svg.append(dots);
    int at = TOP + 10 + 22 * number;
    svg.append(
        format(
            "<line x1='%d' y1='%d' x2='%d' y2='%d' stroke='%s' stroke-width='2'%s/>%n",
            WIDTH - RIGHT + 12, at, WIDTH - RIGHT + 36, at, colour, dash));
    text(svg, WIDTH - RIGHT + 42, at + 4, "start", line.name());
  }

  private int column(double value) {
    return LEFT + (int) Math.round(x.place(value) * (WIDTH - RIGHT - LEFT));
  }

  private int row(double value) {
    return HEIGHT - BOTTOM - (int) Math.round(y.place(value) * (HEIGHT - BOTTOM - TOP));
  }

  private static void rule(StringBuilder svg, int x1, int y1, int x2, int y2) {
    svg.append(
        format("<line x1='%d' y1='%d' x2='%d' y2='%d' stroke='#d8d8d8'/>%n", x1, y1, x2, y2));
  }

  private static void text(StringBuilder svg, int x, int y, String anchor, String words) {
    svg.append(
        format(
            "<text x='%d' y='%d' text-anchor='%s' fill='#333333'>%s</text>%n",
            x, y, anchor, words.replace("&", "&amp;").replace("<", "&lt;")));
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  /** The powers of ten from one to another, every so many. */
  static List<Double> powers(int from, int to, int step) {
    List<Double> powers = new ArrayList<>();
    for (int exponent = from; exponent <= to; exponent += step) {
      powers.add(Math.pow(10, exponent));
    }
    return powers;
  }
}
