package io.lagrid.spark.resident;

import io.lagrid.spark.pinned.Call;
import org.apache.spark.TaskContext;

/**
 * Drops a worker's released shares.
 *
 * @param seat the worker
 * @param keep what it is to keep
 */
public record SweepCall(SeatId seat, Keep keep) implements Call {

  private static final long serialVersionUID = 1;

  @Override
  public byte[] run(TaskContext context) {
    WorkerRegistry.here().find(seat).ifPresent(resident -> resident.keep(keep));
    return new byte[0];
  }
}
