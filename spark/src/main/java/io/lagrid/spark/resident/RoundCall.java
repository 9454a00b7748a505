package io.lagrid.spark.resident;

import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.WorkerEvent.Lost;
import io.lagrid.spark.pinned.Call;
import io.lagrid.spark.wire.Reply;
import java.util.List;
import java.util.Optional;
import org.apache.spark.TaskContext;

/**
 * One worker's part in a round: brings the shares it has not got yet and runs the task; gives back
 * a {@link Reply}.
 *
 * @param seat the worker
 * @param dispatch what to compute
 * @param operands the number of each operand's parcel; −1 if nothing was placed
 * @param parcels shares that the worker is not known to have
 * @param keep what else it is to keep
 */
public record RoundCall(
    SeatId seat, Dispatch dispatch, List<Long> operands, List<Parcel> parcels, Keep keep)
    implements Call {

  private static final long serialVersionUID = 1;

  /** Copies the lists. */
  public RoundCall {
    operands = List.copyOf(operands);
    parcels = List.copyOf(parcels);
  }

  @Override
  public byte[] run(TaskContext context) {
    Optional<ResidentWorker> resident = WorkerRegistry.here().find(seat);
    if (resident.isEmpty()) {
      return Reply.write(List.of(), WorkerRegistry.unknown(seat, dispatch.round()));
    }
    try {
      return answer(resident.get(), context);
    } catch (Throwable failure) { // whatever happens here is this worker's loss, no more
      String reason = "the worker failed: " + failure;
      return Reply.write(List.of(), new Lost(seat.worker(), dispatch.round(), reason));
    }
  }

  private byte[] answer(ResidentWorker resident, TaskContext context) {
    resident.keep(keep);
    Cancellation cancellation = context::isInterrupted;
    List<Long> stored = resident.take(parcels, cancellation);
    return Reply.write(stored, resident.run(dispatch, operands, cancellation));
  }
}
