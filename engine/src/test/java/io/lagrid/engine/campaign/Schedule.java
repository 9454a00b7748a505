package io.lagrid.engine.campaign;

import io.lagrid.engine.Settings;
import io.lagrid.engine.cluster.fault.FaultSpec;
import io.lagrid.engine.cluster.sim.Network;
import io.lagrid.engine.delay.DelayModel;
import java.util.Set;

/**
 * Everything that is going to happen, drawn from a seed.
 *
 * @param seed what it was drawn from; also seeds noise, delays and lies
 * @param workers N of the cluster
 * @param settings tolerance, code, partition, arithmetic, verification, timeout
 * @param job what is computed
 * @param delays how long tasks take
 * @param network the links
 * @param silent workers that never answer
 * @param faults what else befalls workers
 * @param echo the probability that a call is answered by an event of the past
 */
record Schedule(
    long seed,
    int workers,
    Settings settings,
    Undertaking job,
    DelayModel delays,
    Network network,
    Set<Integer> silent,
    FaultSpec faults,
    double echo) {

  @Override
  public String toString() {
    return "seed %d: %s%s, %s on %d workers, %s, silent %s, faults %s"
            .formatted(
                seed,
                settings.code().orElseThrow(),
                settings.partition().map(partition -> " " + partition).orElse(""),
                job,
                workers,
                settings.tolerance(),
                silent,
                faults)
        + ", %s, verification %s, timeout %s, echo %s"
            .formatted(delays, settings.verification(), settings.timeout(), echo);
  }
}
