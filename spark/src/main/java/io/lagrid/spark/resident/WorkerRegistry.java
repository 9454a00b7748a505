package io.lagrid.spark.resident;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.engine.cluster.WorkerEvent;
import io.lagrid.spark.wire.Seal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The workers that live in this process. Spark gives tasks no other place that outlives them, so
 * there is one registry per process, as there is one {@code SparkEnv}.
 *
 * <p>Thread-safe.
 */
public final class WorkerRegistry {

  private static final WorkerRegistry HERE = new WorkerRegistry();

  private final Map<SeatId, ResidentWorker> residents = new ConcurrentHashMap<>();
  private final StorageMemory memory = new StorageMemory();
  private final Ledger ledger = new Ledger();

  private WorkerRegistry() {}

  /** The registry of this process. */
  public static WorkerRegistry here() {
    return HERE;
  }

  /** How many shares a cluster's workers hold in this process. */
  public int held(long cluster) {
    return residents.entrySet().stream()
        .filter(entry -> entry.getKey().cluster() == cluster)
        .mapToInt(entry -> entry.getValue().held())
        .sum();
  }

  /** How many bytes of memory shares take in this process. */
  public long bytes() {
    return memory.used();
  }

  /** Has the workers of a cluster leave. */
  public void leave(long cluster) {
    residents
        .keySet()
        .removeIf(
            seat -> {
              boolean leaves = seat.cluster() == cluster;
              if (leaves) {
                find(seat).ifPresent(ResidentWorker::leave);
              }
              return leaves;
            });
  }

  /** Gives a worker its seat, and a key that only this executor and the driver will know. */
  ResidentWorker seat(SeatId seat, long limit) {
    return residents.computeIfAbsent(
        seat,
        missing -> {
          Seal seal = Seal.draw(Randomness.secure());
          return new ResidentWorker(seat, seal, limit, memory, ledger);
        });
  }

  Optional<ResidentWorker> find(SeatId seat) {
    return Optional.ofNullable(residents.get(seat));
  }

  Ledger ledger() {
    return ledger;
  }

  static WorkerEvent unknown(SeatId seat, long round) {
    return new WorkerEvent.Lost(
        seat.worker(), round, "its executor knows nothing of it: its shares are gone");
  }
}
