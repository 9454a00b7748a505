package io.lagrid.engine.cluster;

import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Block;
import java.io.Serializable;
import java.util.List;

/**
 * What a worker computes from its shares. A dumb, serialisable record: it travels to remote
 * workers.
 *
 * @implSpec Runs on the calling thread alone, polls the cancellation every few milliseconds, and
 *     does not modify the shares.
 */
@FunctionalInterface
public interface Task extends Serializable {

  /**
   * The worker's answer.
   *
   * @param shares one per operand, all in one arithmetic; not modified
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  Block compute(List<Share> shares, Kernels kernels, Cancellation cancellation);
}
