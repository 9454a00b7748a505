package io.lagrid.spark.resident;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.SparkEnv;
import org.apache.spark.memory.MemoryManager;
import org.apache.spark.memory.MemoryMode;
import org.apache.spark.storage.BroadcastBlockId;

/**
 * The part of Spark's storage memory that shares take. Claimed as cached data would be: other
 * cached data makes room as far as Spark lets it. Thread-safe.
 */
final class StorageMemory {

  private final AtomicLong used = new AtomicLong();

  /** Memory that was claimed, to be released once. */
  record Claim(StorageMemory memory, MemoryManager manager, long bytes) {

    void release() {
      memory.used.addAndGet(-bytes);
      manager.releaseStorageMemory(bytes, MemoryMode.ON_HEAP);
    }
  }

  /**
   * Claims memory.
   *
   * @param limit the most bytes that shares may take in this process
   * @return empty if Spark has not got it, or the limit would be passed
   */
  Optional<Claim> claim(long bytes, long limit) {
    if (used.addAndGet(bytes) <= limit) {
      MemoryManager manager = SparkEnv.get().memoryManager();
      BroadcastBlockId name = new BroadcastBlockId(-1, "lagrid-share");
      if (manager.acquireStorageMemory(name, bytes, MemoryMode.ON_HEAP)) {
        return Optional.of(new Claim(this, manager, bytes));
      }
    }
    used.addAndGet(-bytes);
    return Optional.empty();
  }

  /** How many bytes shares take. */
  long used() {
    return used.get();
  }
}
