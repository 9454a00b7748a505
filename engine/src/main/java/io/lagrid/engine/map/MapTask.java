package io.lagrid.engine.map;

import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.engine.cluster.Share;
import io.lagrid.engine.cluster.Task;
import io.lagrid.engine.function.BlockFunction;
import java.util.List;

/**
 * A function of the share's one block. It is not interrupted while it computes.
 *
 * @param function what to compute
 */
public record MapTask(BlockFunction function) implements Task {

  private static final long serialVersionUID = 1;

  @Override
  public Block compute(List<Share> shares, Kernels kernels, Cancellation cancellation) {
    return new Block(List.of(function.apply(shares.get(0).blocks().get(0).plane(0))));
  }
}
