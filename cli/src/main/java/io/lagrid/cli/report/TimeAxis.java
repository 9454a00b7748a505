package io.lagrid.cli.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A time axis from 0 to {@code end} seconds with round ticks. Positions are percentages of its
 * length.
 */
record TimeAxis(double end, double step) {

  private static final int MOST_TICKS = 5;

  /** An axis that reaches a little further than {@code last}, in seconds. */
  static TimeAxis upTo(double last) {
    double end = last > 0 ? last * 1.08 : 1;
    double magnitude = Math.pow(10, Math.floor(Math.log10(end / MOST_TICKS)));
    for (double factor : new double[] {1, 2, 5}) {
      if (end / (factor * magnitude) <= MOST_TICKS) {
        return new TimeAxis(end, factor * magnitude);
      }
    }
    return new TimeAxis(end, 10 * magnitude);
  }

  /** The ticks, in seconds. */
  List<Double> ticks() {
    int count = (int) Math.floor(end / step * (1 + 1e-12));
    return IntStream.rangeClosed(0, count).mapToObj(i -> i * step).toList();
  }

  /** Where a time lies, as SVG writes it. */
  String at(double seconds) {
    double fraction = Math.min(1, Math.max(0, seconds / end));
    return String.format(Locale.ROOT, "%.3f%%", 100 * fraction);
  }

  /** The length between two times, as SVG writes it. */
  String length(double from, double to) {
    return at(Math.max(0, to - from));
  }
}
