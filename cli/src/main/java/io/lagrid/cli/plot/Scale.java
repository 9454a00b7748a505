package io.lagrid.cli.plot;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Where values lie on an axis: between 0 and 1, from low to high, and which values get a tick.
 *
 * @param logarithmic whether equal distances are equal ratios
 * @param low the first value
 * @param high the last value, greater
 * @param step between ticks of a linear axis
 */
record Scale(boolean logarithmic, double low, double high, double step) {

  private static final int MOST_STEPS = 8;

  static Scale over(Plot.Axis axis, DoubleStream values) {
    DoubleSummaryStatistics range = values.summaryStatistics();
    double low = range.getCount() == 0 ? 0 : range.getMin();
    double high = range.getCount() == 0 ? 1 : range.getMax();
    if (axis.logarithmic() && low > 0) {
      return new Scale(true, low / 1.05, high * 1.05, 0);
    }
    low = axis.fromZero() ? Math.min(0, low) : low;
    high = high > low ? high : low + (low == 0 ? 1 : Math.abs(low) * 0.1);
    double step = step(high - low);
    return new Scale(
        false, Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step, step);
  }

  /** 1, 2 or 5 times a power of ten. */
  private static double step(double range) {
    double magnitude = Math.pow(10, Math.floor(Math.log10(range / MOST_STEPS)));
    for (double factor : new double[] {1, 2, 5}) {
      if (range / (factor * magnitude) <= MOST_STEPS) {
        return factor * magnitude;
      }
    }
    return 10 * magnitude;
  }

  double at(double value) {
    return logarithmic
        ? Math.log(value / low) / Math.log(high / low)
        : (value - low) / (high - low);
  }

  List<Double> ticks() {
    return logarithmic ? decades() : even();
  }

  private List<Double> even() {
    List<Double> ticks = new ArrayList<>();
    int count = (int) Math.round((high - low) / step);
    for (int i = 0; i <= count; i++) {
      ticks.add(low + i * step);
    }
    return ticks;
  }

  /** Powers of ten, with 2 and 5 between them where there is room. */
  private List<Double> decades() {
    List<Double> ticks = new ArrayList<>();
    double[] factors = high / low < 2000 ? new double[] {1, 2, 5} : new double[] {1};
    for (int power = (int) Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
      for (double factor : factors) {
        double tick = factor * Math.pow(10, power);
        if (tick >= low && tick <= high) {
          ticks.add(tick);
        }
      }
    }
    return ticks.size() > 1 ? ticks : List.of(low, high);
  }

  String label(double tick) {
    double magnitude = Math.abs(tick);
    if (magnitude < 1e-12) {
      return "0";
    }
    if (magnitude >= 1e6 || magnitude < 1e-3) {
      return String.format(Locale.ROOT, "%.0e", tick).replace("e+0", "e").replace("e-0", "e-");
    }
    String text = String.format(Locale.ROOT, "%.4f", tick);
    return text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }
}
