package io.lagrid.bench.real;

import io.lagrid.bench.real.CodedAccuracy.Quality;
import io.lagrid.bench.real.CodedAccuracy.Setting;
import io.lagrid.codes.approximate.CurveScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The accuracy of a small network on coded digits, relative to its own, and the error of its
 * outputs.
 *
 * <p>Arguments: the digits' file, the file for the table, in Markdown, and the file for the plot,
 * in SVG.
 */
public final class DigitsTable {

  /** How many images the network learns from; the rest are for testing. */
  static final int LEARNT = 1000;

  static final int HIDDEN = 24;
  static final int PASSES = 15;
  static final long SEED = 1;

  private static final int[] IMAGES = {4, 8, 16};
  private static final double[] PER_IMAGE = {1.25, 1.5, 2, 3, 4};
  private static final int PLOTTED_IMAGES = 8;

  private DigitsTable() {}

  /** Writes both. */
  public static void main(String[] arguments) throws IOException {
    DigitsData data = DigitsData.read(Path.of(arguments[0]));
    CodedAccuracy accuracy =
        new CodedAccuracy(
            data, new Trainer(data, HIDDEN, SEED).train(LEARNT, PASSES), LEARNT, SEED);
    double uncoded = accuracy.uncoded();
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            Locale.ROOT,
            "Uncoded: %.1f %% of %d images.%n%n",
            100 * uncoded,
            data.count() - LEARNT));
    table.append(
        """
        | K | N | S | berrut | spline | error, berrut | error, spline |
        | --- | --- | --- | --- | --- | --- | --- |
        """);
    for (int images : IMAGES) {
      for (double per : PER_IMAGE) {
        for (int divisor : new int[] {10, 4}) {
          int workers = (int) (images * per);
          Setting setting = new Setting(images, workers, (workers + divisor / 2) / divisor);
          table.append(line(accuracy, uncoded, setting));
        }
      }
    }
    Files.writeString(Path.of(arguments[1]), table);
    Files.writeString(Path.of(arguments[2]), plot(accuracy));
  }

  private static String line(CodedAccuracy accuracy, double uncoded, Setting setting) {
    Quality berrut = accuracy.coded(CurveScheme.BERRUT, setting);
    Quality spline = accuracy.coded(CurveScheme.SPLINE, setting);
    return String.format(
        Locale.ROOT,
        "| %d | %d | %d | %.3f | %.3f | %.1e | %.1e |%n",
        setting.images(),
        setting.workers(),
        setting.stragglers(),
        berrut.accuracy() / uncoded,
        spline.accuracy() / uncoded,
        berrut.error(),
        spline.error());
  }

  private static String plot(CodedAccuracy accuracy) {
    LineChart chart =
        new LineChart(
            "Relative error of the network's outputs, K = " + PLOTTED_IMAGES + " images a round",
            "workers N",
            new LineChart.Scale(8, 80, false, List.of(10.0, 20.0, 40.0, 60.0, 80.0)),
            new LineChart.Scale(1e-4, 10, true, LineChart.powers(-4, 1, 1)));
    int[] counts = {10, 14, 20, 28, 40, 56, 80};
    double[] workers = new double[counts.length];
    for (int divisor : new int[] {10, 4}) {
      for (CurveScheme scheme : CurveScheme.values()) {
        double[] relative = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
          workers[i] = counts[i];
          Setting setting = new Setting(PLOTTED_IMAGES, counts[i], counts[i] / divisor);
          relative[i] = accuracy.coded(scheme, setting).error();
        }
        chart.add("%s, S = N/%d".formatted(scheme.code(), divisor), workers, relative);
      }
    }
    return chart.svg();
  }
}
