package io.lagrid.spark.speed;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.engine.cluster.Share;
import io.lagrid.engine.cluster.Task;
import java.util.List;

/** A task that keeps a pace. */
record PacedTask(Task task, Pace pace) implements Task {

  private static final long serialVersionUID = 1;

  @Override
  public Block compute(List<Share> shares, Kernels kernels, Cancellation cancellation) {
    long began = Clock.system().nanos();
    Block answer = task.compute(shares, kernels, cancellation);
    pace.keep(began, cancellation);
    return answer;
  }
}
