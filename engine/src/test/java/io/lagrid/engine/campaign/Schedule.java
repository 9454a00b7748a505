package io.lagrid.engine.campaign;

import io.lagrid.algebra.matrix.Operand;
import io.lagrid.algebra.matrix.SparseOperand;
import io.lagrid.engine.Settings;
import io.lagrid.engine.cluster.fault.FaultSpec;
import io.lagrid.engine.cluster.sim.Network;
import io.lagrid.engine.delay.DelayModel;
import java.util.List;
import java.util.Set;

/**
 * Everything that is going to happen, drawn from a seed.
 *
 * @param seed what it was drawn from; also seeds noise, delays and lies
 * @param workers N of the cluster
 * @param settings tolerance, code, partition, arithmetic, verification, timeout
 * @param left the left operands of every round
 * @param right the right operands, round by round
 * @param delays how long tasks take
 * @param network the links
 * @param silent workers that never answer
 * @param faults what else befalls workers
 * @param echo the probability that a call is answered by an event of the past
 */
public record Schedule(
    long seed,
    int workers,
    Settings settings,
    List<Operand> left,
    List<List<Operand>> right,
    DelayModel delays,
    Network network,
    Set<Integer> silent,
    FaultSpec faults,
    double echo) {

  /** The left operands with their zeros written out. */
  List<Operand> denseLeft() {
    return left.stream()
        .map(operand -> operand instanceof SparseOperand sparse ? sparse.dense() : operand)
        .toList();
  }

  @Override
  public String toString() {
    return "seed %d: %s%s, %d rounds of %d products, %s by %s on %d workers, %s, silent %s, faults %s"
            .formatted(
                seed,
                settings.code().orElseThrow(),
                settings.partition().map(partition -> " " + partition).orElse(""),
                right.size(),
                left.size(),
                left.get(0).shape() + (left.get(0) instanceof SparseOperand ? " sparse" : ""),
                right.get(0).get(0).shape(),
                workers,
                settings.tolerance(),
                silent,
                faults)
        + ", %s, verification %s, timeout %s, echo %s"
            .formatted(delays, settings.verification(), settings.timeout(), echo);
  }
}
