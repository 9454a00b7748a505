package io.lagrid.bench.real;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Tolerance;
import io.lagrid.engine.Environment;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.fault.FaultSpec;
import io.lagrid.engine.cluster.fault.FaultyCluster;
import io.lagrid.engine.cluster.local.LocalCluster;
import io.lagrid.engine.function.BlockFunction;
import io.lagrid.engine.function.FunctionCatalog;
import io.lagrid.engine.map.MapSettings;
import io.lagrid.engine.map.Mapped;
import io.lagrid.engine.report.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What colluders learn beside what it costs: bits against the error of a sigmoid's estimates, with
 * stragglers, a liar and colluders at once.
 *
 * <p>Argument: the file for the table, in Markdown.
 */
public final class PrivacyTable {

  private static final double[] NOISE = {0.1, 0.3, 1, 3, 10, 30};
  private static final int WORKERS = 90;
  private static final int[] COLLUDERS = {1, 2};
  private static final int SIDE = 5;

  private PrivacyTable() {}

  /** Writes it. */
  public static void main(String[] arguments) throws IOException {
    StringBuilder table = new StringBuilder("| σ |");
    for (int colluders : COLLUDERS) {
      table.append(" bits, T = %d | relative error | as estimated |".formatted(colluders));
    }
    table.append('\n').append("| --- ".repeat(1 + 3 * COLLUDERS.length)).append("|\n");
    for (double noise : NOISE) {
      table.append("| ").append(noise);
      for (int colluders : COLLUDERS) {
        table.append(cells(noise, colluders));
      }
      table.append(" |\n");
    }
    Files.writeString(Path.of(arguments[0]), table);
  }

  private static String cells(double noise, int colluders) {
    BlockFunction function = FunctionCatalog.named("sigmoid");
    Randomness random = Randomness.insecure(5);
    List<Matrix> blocks = List.of(normal(random), normal(random), normal(random));
    try (Cluster cluster =
        FaultyCluster.around(
            LocalCluster.of(WORKERS), FaultSpec.parse("lie:worker40@noise"), random)) {
      Outcome<Mapped> outcome =
          Lagrid.on(cluster)
              .tolerating(new Tolerance(4, 1, colluders))
              .in(Environment.standard().withInsecureSeed(3))
              .attemptMap(function, blocks, MapSettings.DEFAULT.withMaskingNoise(noise));
      if (!(outcome instanceof Outcome.Succeeded<Mapped> done)) {
        return " | – | cannot tell | –";
      }
      Mapped mapped = done.value();
      return String.format(
          Locale.ROOT,
          " | %.2g | %.1e | %.1e",
          mapped.leakage().orElseThrow().bits(),
          error(mapped.blocks(), function, blocks),
          mapped.accuracy().relativeError());
    }
  }

  private static Matrix normal(Randomness random) {
    Matrix matrix = Matrix.zeros(SIDE, SIDE);
    Arrays.setAll(matrix.data(), i -> random.nextGaussian());
    return matrix;
  }

  private static double error(List<Matrix> found, BlockFunction function, List<Matrix> blocks) {
    double errors = 0;
    double squares = 0;
    for (int k = 0; k < blocks.size(); k++) {
      double[] exact = function.apply(blocks.get(k)).toArray();
      double[] estimated = found.get(k).toArray();
      for (int i = 0; i < exact.length; i++) {
        errors += Math.pow(estimated[i] - exact[i], 2);
        squares += Math.pow(exact[i], 2);
      }
    }
    return Math.sqrt(errors / squares);
  }
}
