package io.lagrid.bench.convolution;

import io.lagrid.codes.Partition;
import io.lagrid.codes.convolution.ConvolutionParameters;
import io.lagrid.codes.product.EntangledParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/**
 * Draws the recovery thresholds of coded convolution and of the polynomial code for products over p
 * = q, at the same storage 1/p of either operand, as an SVG file. Argument: the file.
 */
public final class ThresholdPlot {

  private static final int MOST = 8;
  private static final int WORKERS = MOST * MOST;
  private static final int WIDTH = 600;
  private static final int HEIGHT = 340;
  private static final int LEFT = 56;
  private static final int BOTTOM = 290;
  private static final double TOP_VALUE = 64;

  private ThresholdPlot() {}

  /** Writes the file. */
  public static void main(String[] arguments) throws IOException {
    Files.writeString(Path.of(List.of(arguments).get(0)), svg());
  }

  private static int convolution(int chunks) {
    return ConvolutionParameters.whole(WORKERS, chunks, chunks, 0).recoveryThreshold();
  }

  private static int product(int cuts) {
    Partition partition = new Partition(1, cuts, cuts);
    return EntangledParameters.polynomial(WORKERS, partition.m(), partition.n())
        .recoveryThreshold();
  }

  private static String svg() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13">
        <rect width="100%%" height="100%%" fill="white"/>
        """
            .formatted(WIDTH, HEIGHT));
    for (int value = 0; value <= TOP_VALUE; value += 16) {
      page.append(
          "<line x1='%d' x2='%d' y1='%.1f' y2='%.1f' stroke='#ddd'/><text x='%d' y='%.1f' text-anchor='end'>%d</text>%n"
              .formatted(LEFT, WIDTH - 180, y(value), y(value), LEFT - 8, y(value) + 4, value));
    }
    for (int p = 1; p <= MOST; p++) {
      page.append(
          "<text x='%.1f' y='%d' text-anchor='middle'>%d</text>%n".formatted(x(p), BOTTOM + 18, p));
    }
    page.append(
        "<text x='%.1f' y='%d' text-anchor='middle'>chunks of either operand, p = q</text>%n"
            .formatted((x(1) + x(MOST)) / 2, BOTTOM + 40));
    page.append("<text x='%d' y='20'>answers needed, R</text>%n".formatted(LEFT - 30));
    page.append(curve(ThresholdPlot::product, "#b03a2e", "product: pq"));
    page.append(curve(ThresholdPlot::convolution, "#1f618d", "convolution: p + q − 1"));
    return page.append("</svg>\n").toString();
  }

  private static String curve(IntToDoubleFunction value, String colour, String name) {
    StringBuilder points = new StringBuilder();
    StringBuilder dots = new StringBuilder();
    for (int p = 1; p <= MOST; p++) {
      double y = y(value.applyAsDouble(p));
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(p), y));
      dots.append(
          String.format(
              Locale.ROOT, "<circle cx='%.1f' cy='%.1f' r='3' fill='%s'/>%n", x(p), y, colour));
    }
    return "<polyline points='%s' fill='none' stroke='%s' stroke-width='2'/>%n%s<text x='%.1f' y='%.1f' fill='%s'>%s</text>%n"
        .formatted(
            points, colour, dots, x(MOST) + 8, y(value.applyAsDouble(MOST)) + 4, colour, name);
  }

  private static double x(int p) {
    return LEFT + 20 + (p - 1) * (WIDTH - 200.0 - LEFT - 30) / (MOST - 1);
  }

  private static double y(double value) {
    return BOTTOM - value / TOP_VALUE * (BOTTOM - 40);
  }
}
