package io.lagrid.spark.resident;

import io.lagrid.spark.pinned.Call;
import org.apache.spark.TaskContext;

/**
 * Gives a worker its seat at the executor it runs on; gives back the key for its shares.
 *
 * @param seat the seat's name
 * @param limit the most bytes of memory that shares may take in the executor
 */
public record SeatCall(SeatId seat, long limit) implements Call {

  private static final long serialVersionUID = 1;

  @Override
  public byte[] run(TaskContext context) {
    return WorkerRegistry.here().seat(seat, limit).seal().key();
  }
}
