package io.lagrid.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Timings as a table in Markdown. */
record Table(Timings timings) {

  private static final double GIGA = 1e-9;

  /** The lines whose both sides were timed. */
  String text(List<Ratio> ratios) {
    return """
        | case | subject | rate | peer | its rate | ratio | lowest to highest | target |
        | --- | --- | --- | --- | --- | --- | --- | --- |
        """
        + ratios.stream()
            .filter(ratio -> !values(ratio).isEmpty())
            .map(this::line)
            .collect(Collectors.joining());
  }

  private List<Double> values(Ratio ratio) {
    return timings.ratios(ratio.name(), ratio.subject(), ratio.peer());
  }

  private String line(Ratio ratio) {
    List<Double> values = values(ratio);
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %s | **%.2f** | %.2f to %.2f | %s |%n",
        ratio.name(),
        ratio.subject(),
        rate(ratio.name(), ratio.subject()),
        ratio.peer(),
        rate(ratio.name(), ratio.peer()),
        values.get(values.size() / 2),
        values.get(0),
        values.get(values.size() - 1),
        verdict(ratio, values.get(values.size() / 2)));
  }

  private static String verdict(Ratio ratio, double median) {
    if (ratio.target() == 0) {
      return "";
    }
    String met = median >= ratio.target() ? "met" : "missed";
    return String.format(Locale.ROOT, "%.2f %s", ratio.target(), met);
  }

  private String rate(String name, String subject) {
    List<Double> seconds =
        timings.of(name, subject).stream().sorted(Comparator.naturalOrder()).toList();
    double median = seconds.get(seconds.size() / 2);
    String[] parts = name.split("/", -1);
    return switch (parts[0]) {
      case "product" -> multiplyAdds(Math.pow(Double.parseDouble(parts[2]), 3), median);
      case "combine" -> multiplyAdds(Samples.Shape.parse(parts[1]).multiplyAdds(), median);
      case "narrow" -> multiplyAdds(4e6 * Double.parseDouble(parts[1]), median);
      case "residues" -> {
        double bytes = 8.0 * ResidueBenchmark.SIDE * ResidueBenchmark.SIDE;
        yield String.format(Locale.ROOT, "%.1f GB/s", bytes / median * GIGA);
      }
      default -> String.format(Locale.ROOT, "%.2f ms", median * 1e3);
    };
  }

  private static String multiplyAdds(double count, double seconds) {
    return String.format(Locale.ROOT, "%.1f G/s", count / seconds * GIGA);
  }
}
