package io.lagrid.bench.forecast;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.codes.Code;
import io.lagrid.codes.Operation;
import io.lagrid.codes.Requirement;
import io.lagrid.codes.Tolerance;
import io.lagrid.codes.catalog.CodeCatalog;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.PreparedProduct;
import io.lagrid.engine.Settings;
import io.lagrid.engine.cluster.sim.CostModel;
import io.lagrid.engine.cluster.sim.SimulatedCluster;
import io.lagrid.engine.delay.Distribution;
import io.lagrid.engine.plan.PlanRequest;
import io.lagrid.engine.plan.Planner;
import io.lagrid.engine.simulate.Coded;
import io.lagrid.engine.simulate.Comparison;
import io.lagrid.engine.simulate.TaskLoad;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a simulated round of 1,000 workers costs on this machine: only timed, fed to the code's own
 * decoder worker by worker, and really computed in virtual time; medians of some rounds.
 */
public final class SimulationCost {

  private static final int WORKERS = 1000;
  private static final int STRAGGLERS = 100;
  private static final int SIDE = 900;
  private static final int ROUNDS = 7;
  private static final Distribution DELAYS = new Distribution.ShiftedExponential(1, 1);

  private SimulationCost() {}

  /** Prints a row of Markdown per code. */
  @SuppressWarnings("SystemOut") // a program for developers
  public static void main(String[] arguments) {
    for (String code : new String[] {"repetition", "mds", "polynomial", "entangled"}) {
      System.out.printf(
          Locale.ROOT, "| %s | %.1f ms | %.0f ms |%n", code, timed(code) * 1e3, computed(code));
    }
  }

  /** Seconds of a round that is only timed. */
  private static double timed(String name) {
    Requirement requirement =
        new Requirement(
            Operation.Product.of(SIDE, SIDE, SIDE),
            WORKERS,
            Tolerance.stragglers(STRAGGLERS),
            true,
            false,
            Optional.empty());
    PlanRequest request = new PlanRequest(requirement, Optional.of(name), 2, Long.MAX_VALUE);
    Code code = new Planner(CodeCatalog.standard()).best(request).code();
    List<Coded> coded = List.of(new Coded(name, code, new TaskLoad(0, 1)));
    Clock clock = Clock.system();
    double[] seconds = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long start = clock.nanos();
      Comparison.play(coded, DELAYS, 1, i);
      seconds[i] = (clock.nanos() - start) * 1e-9;
    }
    return median(seconds);
  }

  /** Milliseconds of a round that is computed, the left operand encoded before. */
  private static double computed(String name) {
    Randomness random = Randomness.insecure(1);
    LongMatrix a = longs(random);
    LongMatrix b = longs(random);
    Settings settings =
        Settings.DEFAULT.withCode(name).withTolerance(Tolerance.stragglers(STRAGGLERS));
    Clock clock = Clock.system();
    double[] millis = new double[ROUNDS];
    try (SimulatedCluster cluster =
            SimulatedCluster.builder(WORKERS, DELAYS, random)
                .costs(CostModel.perMultiplyAdd(1e-9))
                .open();
        PreparedProduct<LongMatrix> product =
            Lagrid.on(cluster).with(settings).prepare(a, b.columns())) {
      for (int i = 0; i < ROUNDS; i++) {
        long start = clock.nanos();
        product.multiply(b);
        millis[i] = (clock.nanos() - start) * 1e-6;
      }
    }
    return median(millis);
  }

  private static LongMatrix longs(Randomness random) {
    LongMatrix matrix = LongMatrix.zeros(SIDE, SIDE);
    Arrays.setAll(matrix.data(), i -> random.nextInt(1000));
    return matrix;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
