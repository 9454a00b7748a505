package io.lagrid.spark.resident;

import io.lagrid.spark.pinned.Call;
import io.lagrid.spark.pinned.Executor;
import java.util.List;
import org.apache.spark.TaskContext;

/**
 * Fetches what an executor noted about a cluster's workers.
 *
 * @param cluster the number of the cluster
 */
public record LedgerCall(long cluster) implements Call {

  private static final long serialVersionUID = 1;

  @Override
  public byte[] run(TaskContext context) {
    return WorkerRegistry.here().ledger().write(cluster);
  }

  /**
   * The entries that an answer stands for.
   *
   * @param answer not modified
   */
  public static List<LedgerEntry> read(byte[] answer, Executor executor) {
    return Ledger.read(answer, executor.id(), executor.host());
  }
}
