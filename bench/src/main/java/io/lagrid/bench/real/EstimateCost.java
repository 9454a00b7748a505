package io.lagrid.bench.real;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Projection;
import io.lagrid.codes.Tolerance;
import io.lagrid.codes.approximate.ApproximateDecoder;
import io.lagrid.codes.approximate.CurveCode;
import io.lagrid.codes.approximate.CurveParameters;
import io.lagrid.codes.approximate.CurveScheme;
import io.lagrid.codes.approximate.EstimateWanted;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.local.LocalCluster;
import io.lagrid.engine.function.FunctionCatalog;
import io.lagrid.engine.map.MapSettings;
import io.lagrid.engine.report.RunReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What choosing λ and estimating the error costs beside a whole round of N = 100 workers with
 * blocks of 1 MB, on this machine; the median of some rounds.
 */
public final class EstimateCost {

  private static final int WORKERS = 100;
  private static final int BLOCKS = 20;
  private static final int ROWS = 256;
  private static final int COLUMNS = 512;
  private static final int STRAGGLERS = 5;
  private static final int ROUNDS = 7;
  private static final int TRIALS = 8;

  private EstimateCost() {}

  /** Prints both. */
  @SuppressWarnings("SystemOut") // a program for developers
  public static void main(String[] arguments) {
    Randomness random = Randomness.insecure(1);
    List<Matrix> blocks = blocks(random);
    double[] rounds = new double[ROUNDS];
    double[] estimates = new double[ROUNDS];
    try (Cluster cluster = LocalCluster.of(WORKERS)) {
      for (int i = 0; i < ROUNDS; i++) {
        RunReport report =
            Lagrid.on(cluster)
                .tolerating(Tolerance.stragglers(STRAGGLERS))
                .map(FunctionCatalog.named("sigmoid"), blocks, MapSettings.DEFAULT)
                .report();
        rounds[i] = report.seconds().total();
        estimates[i] = estimate(random);
        System.out.printf(
            Locale.ROOT,
            "encode %.3f s, wait %.3f s, decode %.3f s%n",
            report.seconds().encode(),
            report.seconds().await(),
            report.seconds().decode());
      }
    }
    Arrays.sort(rounds);
    Arrays.sort(estimates);
    System.out.printf(
        Locale.ROOT,
        "round %.3f s, choosing and estimating %.4f s: %.2f %%%n",
        rounds[ROUNDS / 2],
        estimates[ROUNDS / 2],
        100 * estimates[ROUNDS / 2] / rounds[ROUNDS / 2]);
  }

  private static List<Matrix> blocks(Randomness random) {
    List<Matrix> blocks = new ArrayList<>();
    for (int k = 0; k < BLOCKS; k++) {
      Matrix block = Matrix.zeros(ROWS, COLUMNS);
      Arrays.setAll(block.data(), i -> random.nextDouble());
      blocks.add(block);
    }
    return blocks;
  }

  /** Seconds that a decoder takes over the projections of all answers. */
  private static double estimate(Randomness random) {
    CurveCode code = new CurveCode(new CurveParameters(CurveScheme.SPLINE, WORKERS, BLOCKS, 0));
    Clock clock = Clock.system();
    long start = clock.nanos();
    ApproximateDecoder decoder = code.newDecoder(EstimateWanted.from(WORKERS - STRAGGLERS));
    double[] points = code.workerPoints();
    for (int worker = 0; worker < WORKERS - STRAGGLERS; worker++) {
      double[] scalars = new double[TRIALS];
      for (int trial = 0; trial < TRIALS; trial++) {
        scalars[trial] = Math.sin((trial + 1) * points[worker]) + 1e-3 * random.nextDouble();
      }
      decoder.offer(worker, new Projection(List.of(scalars)));
    }
    if (!(decoder.estimate().error() >= 0)) {
      throw new AssertionError("no estimate");
    }
    return (clock.nanos() - start) * 1e-9;
  }
}
