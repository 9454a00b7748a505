package io.lagrid.cli.report;

import io.lagrid.codes.Operation;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.cluster.Measure;
import io.lagrid.engine.report.Fate;
import io.lagrid.engine.report.RunReport;
import io.lagrid.engine.report.StoredOperand;
import io.lagrid.engine.report.WorkerTimeline;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Quantities as people read them, with three significant digits. */
public final class Figures {

  private static final String[] BYTE_UNITS = {"B", "kB", "MB", "GB", "TB"};

  private Figures() {}

  /** A duration, such as {@code 213 ms}; {@code –} if it is not known. */
  public static String seconds(double seconds) {
    if (Double.isNaN(seconds)) {
      return "–";
    }
    if (seconds == 0) {
      return "0 s";
    }
    if (seconds < 0.9995e-3) {
      return significant(seconds * 1e6) + " µs";
    }
    return seconds < 0.9995 ? significant(seconds * 1e3) + " ms" : significant(seconds) + " s";
  }

  /** A number of bytes in decimal units, such as {@code 12.4 MB}. */
  public static String bytes(long bytes) {
    double amount = bytes;
    int unit = 0;
    while (amount >= 999.5 && unit < BYTE_UNITS.length - 1) {
      amount /= 1000;
      unit++;
    }
    return (unit == 0 ? Long.toString(bytes) : significant(amount)) + " " + BYTE_UNITS[unit];
  }

  /** A ratio, such as {@code 1.33×}. */
  public static String factor(double factor) {
    return significant(factor) + "×";
  }

  /** A fraction, such as {@code 22.2 %}. */
  public static String percent(double fraction) {
    return significant(100 * fraction) + " %";
  }

  /** Three significant digits without an exponent where one can read them so. */
  public static String significant(double value) {
    double magnitude = Math.abs(value);
    if (magnitude != 0 && (magnitude < 1e-3 || magnitude >= 1e6)) {
      return String.format(Locale.ROOT, "%.2e", value);
    }
    int decimals = magnitude >= 99.95 ? 0 : magnitude >= 9.995 ? 1 : 2;
    if (magnitude != 0 && magnitude < 0.995) {
      decimals = 2 - (int) Math.floor(Math.log10(magnitude));
    }
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** A count with its noun, such as {@code 1 worker} and {@code 3 workers}. */
  public static String count(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /** What is tolerated, such as {@code 3 stragglers}, {@code 1 adversary}, {@code 0 colluders}. */
  public static List<String> tolerance(Tolerance tolerance) {
    int adversaries = tolerance.adversaries();
    return List.of(
        count(tolerance.stragglers(), "straggler"),
        adversaries + (adversaries == 1 ? " adversary" : " adversaries"),
        count(tolerance.colluders(), "colluder"));
  }

  /**
   * When the last answer that is part of the result arrived, in seconds after the dispatch; 0 if
   * there is none.
   */
  public static double decodableAfter(RunReport run) {
    return run.workers().stream()
        .filter(worker -> worker.fate() == Fate.USED)
        .mapToDouble(WorkerTimeline::arrival)
        .reduce(0, Math::max);
  }

  /** What the workers hold of an operand. */
  public static String stored(StoredOperand operand) {
    return "%s operand stored %s%s: %d entries handed in, %d in all shares, %d in the largest"
        .formatted(
            operand.name(),
            operand.sparse() ? "sparse" : "dense",
            operand.note().isEmpty() ? "" : " (" + operand.note() + ")",
            operand.entries(),
            operand.sharedEntries(),
            operand.largestShare());
  }

  /** What a cluster measured, in the unit it comes in. */
  static String measure(Measure measure) {
    return switch (measure.unit()) {
      case COUNT -> Long.toString((long) measure.value());
      case SECONDS -> seconds(measure.value());
      case BYTES -> bytes((long) measure.value());
    };
  }

  /** Worker numbers, such as {@code 1, 4, 7}; {@code none} if there are none. */
  public static String list(List<Integer> numbers) {
    return numbers.isEmpty()
        ? "none"
        : numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /**
   * How many answers the result took: the recovery threshold, or as many as were used where any
   * number would have given an estimate.
   */
  static int needed(RunReport run) {
    int used = run.workersThat(Fate.USED).size();
    return run.operation() instanceof Operation.Map
        ? Math.max(used, run.code().recoveryThreshold())
        : run.code().recoveryThreshold();
  }
}
