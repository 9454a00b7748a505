package io.lagrid.engine.campaign;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.engine.Environment;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.cluster.fault.FaultyCluster;
import io.lagrid.engine.cluster.sim.SimulatedCluster;
import io.lagrid.engine.delay.DelayModel;
import io.lagrid.engine.report.Outcome;
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
      List<Outcome<?>> outcomes = schedule.job().attempt(lagrid);
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
}
