package io.lagrid.bench.real;

import io.lagrid.algebra.linear.Chebyshev;
import io.lagrid.algebra.linear.SingularValues;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductGrid;
import io.lagrid.codes.real.RealConstruction;
import io.lagrid.codes.real.RealProductCode;
import io.lagrid.codes.real.RealProductParameters;
import io.lagrid.codes.real.RealScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * Condition numbers of the system that R of N workers leave to solve, the worst of some gaps of S
 * consecutive missing ones, for codes over the reals and for powers of real points, which are what
 * MatDot and polynomial codes have there.
 *
 * <p>Arguments: the file for the table, in Markdown, and the file for the plot, in SVG.
 */
public final class ConditionTable {

  private static final int[] WORKERS = {10, 20, 30, 40, 50, 60};
  private static final int[] STRAGGLERS = {1, 2, 4, 8};
  private static final int PLOTTED = 4;
  private static final int GAPS = 6;
  private static final List<String> NAMES =
      List.of(
          "powers, even points",
          "powers, Chebyshev points",
          "orthomatdot",
          "lagrange-chebyshev",
          "analog-lcc",
          "rotation");

  private ConditionTable() {}

  /** Writes both. */
  public static void main(String[] arguments) throws IOException {
    StringBuilder table = new StringBuilder();
    table.append("| N | S | R | ").append(String.join(" | ", NAMES)).append(" |\n");
    table.append("| --- ".repeat(3 + NAMES.size())).append("|\n");
    List<double[]> plotted = new ArrayList<>();
    for (int missing : STRAGGLERS) {
      for (int wanted : WORKERS) {
        int threshold = (wanted - missing - 1) / 2 * 2 + 1; // odd, as 2p − 1 is
        double[] row = row(threshold, missing);
        table.append(line(threshold, missing, row));
        if (missing == PLOTTED) {
          plotted.add(row);
        }
      }
    }
    Files.writeString(Path.of(arguments[0]), table);
    Files.writeString(Path.of(arguments[1]), plot(plotted));
  }

  /** The condition numbers in the order of the names, after N itself. */
  static double[] row(int threshold, int missing) {
    int workers = threshold + missing;
    return new double[] {
      workers,
      ofPowers(workers, missing, i -> workers == 1 ? 0 : -1 + 2 * i / (workers - 1)),
      ofPowers(workers, missing, i -> Chebyshev.zeros(workers)[(int) i]),
      of(RealScheme.ORTHOMATDOT, workers, missing, new Partition((threshold + 1) / 2, 1, 1)),
      of(RealScheme.LAGRANGE_CHEBYSHEV, workers, missing, new Partition(1, (threshold + 1) / 2, 1)),
      of(RealScheme.ANALOG_LAGRANGE, workers, missing, new Partition(1, (threshold + 1) / 2, 1)),
      of(RealScheme.ROTATION, workers, missing, new Partition(1, 2 * threshold, 1))
    };
  }

  private static double of(RealScheme scheme, int workers, int missing, Partition partition) {
    RealProductCode code =
        RealConstruction.of(
            new RealProductParameters(scheme, workers, new ProductGrid(1, partition), 0));
    double worst = 0;
    for (int gap = 0; gap < GAPS; gap++) {
      List<Integer> present = present(workers, missing, gap);
      worst = Math.max(worst, code.conditioning(present).conditionNumber());
    }
    return worst;
  }

  /** The Vandermonde matrix of powers 0, …, R − 1 of the points of those present. */
  private static double ofPowers(int workers, int missing, DoubleUnaryOperator point) {
    double worst = 0;
    for (int gap = 0; gap < GAPS; gap++) {
      List<Integer> present = present(workers, missing, gap);
      Matrix powers = Matrix.zeros(present.size(), present.size());
      for (int i = 0; i < present.size(); i++) {
        for (int j = 0; j < present.size(); j++) {
          powers.set(i, j, Math.pow(point.applyAsDouble(present.get(i)), j));
        }
      }
      worst = Math.max(worst, SingularValues.conditionNumber(powers));
    }
    return worst;
  }

  /** All but S consecutive workers; the gap moves from one end of the line to its middle. */
  private static List<Integer> present(int workers, int missing, int gap) {
    int first = gap * (workers - missing) / (2 * GAPS - 2);
    List<Integer> present = new ArrayList<>();
    for (int worker = 0; worker < workers; worker++) {
      if (worker < first || worker >= first + missing) {
        present.add(worker);
      }
    }
    return present;
  }

  private static String line(int threshold, int missing, double[] row) {
    StringBuilder line = new StringBuilder();
    line.append("| %.0f | %d | %d".formatted(row[0], missing, threshold));
    for (int i = 1; i < row.length; i++) {
      line.append(String.format(Locale.ROOT, " | %.1e", row[i]));
    }
    return line.append(" |\n").toString();
  }

  private static String plot(List<double[]> rows) {
    LineChart chart =
        new LineChart(
            "Worst condition number, S = " + PLOTTED + " consecutive workers missing",
            "workers N",
            new LineChart.Scale(8, 60, false, List.of(10.0, 20.0, 30.0, 40.0, 50.0, 60.0)),
            new LineChart.Scale(1, 1e20, true, LineChart.powers(0, 20, 4)));
    double[] workers = rows.stream().mapToDouble(row -> row[0]).toArray();
    for (int column = 1; column <= NAMES.size(); column++) {
      int drawn = column;
      boolean again = column == 4 || column == 6; // as good as the one before it
      if (!again) {
        String name = NAMES.get(column - 1);
        chart.add(
            column < 3 ? name : name + ", " + NAMES.get(column),
            workers,
            rows.stream().mapToDouble(row -> row[drawn]).toArray());
      }
    }
    return chart.svg();
  }
}
