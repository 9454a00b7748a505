package io.lagrid.spark.resident;

import io.lagrid.spark.pinned.Call;
import org.apache.spark.TaskContext;

/**
 * Has a cluster's workers leave the executor, with all their shares.
 *
 * @param cluster the number of the cluster
 */
public record LeaveCall(long cluster) implements Call {

  private static final long serialVersionUID = 1;

  @Override
  public byte[] run(TaskContext context) {
    WorkerRegistry.here().leave(cluster);
    return new byte[0];
  }
}
