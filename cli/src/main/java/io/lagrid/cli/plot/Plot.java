package io.lagrid.cli.plot;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What a plot shows.
 *
 * @param file its file name, without an extension
 * @param title above it
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series at least one
 */
public record Plot(String file, String title, Axis x, Axis y, List<Series> series) {

  /** Colours that the colour-blind tell apart (Okabe and Ito 2008), without the yellow. */
  static final List<String> COLOURS =
      List.of(
          "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7f7f7f", "#8c510a");

  /** Dashes, so that colour is not the only difference. */
  static final List<String> DASHES =
      List.of("", "7 3", "2 3", "9 3 2 3", "12 4", "4 4", "1 4", "6 2");

  /** Copies the list; checks that there is a series. */
  public Plot {
    series = List.copyOf(series);
    if (series.isEmpty()) {
      throw new IllegalArgumentException("a plot without series");
    }
  }

  /**
   * An axis.
   *
   * @param label what it measures, with the unit
   * @param logarithmic whether equal distances are equal ratios
   * @param fromZero whether a linear axis starts at 0
   */
  public record Axis(String label, boolean logarithmic, boolean fromZero) {

    /** Equal distances are equal differences; starts at 0. */
    public static Axis linear(String label) {
      return new Axis(label, false, true);
    }

    /** Equal distances are equal differences; starts where the data do. */
    public static Axis fitted(String label) {
      return new Axis(label, false, false);
    }

    /** Equal distances are equal ratios. */
    public static Axis logarithmic(String label) {
      return new Axis(label, true, false);
    }
  }

  String colour(int series) {
    return COLOURS.get(series % COLOURS.size());
  }

  String dash(int series) {
    return DASHES.get(series % DASHES.size());
  }

  Scale horizontal() {
    return Scale.over(x, series.stream().flatMapToDouble(s -> shown(s, s.x())));
  }

  Scale vertical() {
    return Scale.over(y, series.stream().flatMapToDouble(s -> shown(s, s.y())));
  }

  private static DoubleStream shown(Series series, double[] values) {
    return IntStream.range(0, values.length).filter(series::shows).mapToDouble(i -> values[i]);
  }
}
