package io.lagrid.engine.campaign;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.IntegerOperand;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.Operand;
import io.lagrid.algebra.matrix.RealOperand;
import io.lagrid.engine.Environment;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.PreparedProduct;
import io.lagrid.engine.cluster.fault.FaultyCluster;
import io.lagrid.engine.cluster.sim.SimulatedCluster;
import io.lagrid.engine.delay.DelayModel;
import io.lagrid.engine.report.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lets a schedule happen, by the same door as any user. */
final class ScheduleRun {

  private ScheduleRun() {}

  static Observation of(Schedule schedule) {
    long seed = schedule.seed();
    SimulatedCluster simulated =
        SimulatedCluster.builder(
                schedule.workers(),
                silencing(schedule.delays(), schedule.silent()),
                Randomness.insecure(seed + 1))
            .network(schedule.network())
            .open();
    FaultyCluster faulty =
        FaultyCluster.around(simulated, schedule.faults(), Randomness.insecure(seed + 2));
    EchoCluster echoing = new EchoCluster(faulty, Randomness.insecure(seed + 3), schedule.echo());
    try (LedgerCluster ledger = new LedgerCluster(echoing)) {
      Lagrid lagrid =
          Lagrid.on(ledger)
              .with(schedule.settings())
              .in(Environment.standard().withInsecureSeed(seed + 4));
      List<Outcome<List<Operand>>> outcomes = outcomes(lagrid, schedule);
      int workers = outcomes.get(0).report().code().workers();
      return new Observation(
          outcomes, ledger.complaints(workers), ledger.lines(), simulated.retained());
    }
  }

  private static DelayModel silencing(DelayModel model, Set<Integer> silent) {
    return (workers, randomness) -> {
      var process = model.start(workers, randomness);
      return () -> {
        var delays = process.next();
        return (worker, attempt) ->
            silent.contains(worker) ? Double.POSITIVE_INFINITY : delays.seconds(worker, attempt);
      };
    };
  }

  private static List<Outcome<List<Operand>>> outcomes(Lagrid lagrid, Schedule schedule) {
    if (schedule.right().size() == 1) {
      return List.of(lagrid.attemptAll(schedule.left(), schedule.right().get(0)));
    }
    Operand left = schedule.left().get(0);
    int columns = schedule.right().get(0).get(0).columns();
    return left instanceof IntegerOperand longs
        ? series(lagrid.prepare(longs, columns), schedule, LongMatrix.class)
        : series(lagrid.prepare((RealOperand) left, columns), schedule, Matrix.class);
  }

  private static <T extends Operand> List<Outcome<List<Operand>>> series(
      PreparedProduct<T> prepared, Schedule schedule, Class<T> kind) {
    List<Outcome<List<Operand>>> outcomes = new ArrayList<>();
    try (prepared) {
      for (List<Operand> right : schedule.right()) {
        outcomes.add(prepared.attempt(kind.cast(right.get(0))).map(List::of));
      }
    }
    return outcomes;
  }
}
