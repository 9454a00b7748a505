package io.lagrid.spark.pinned;

import org.apache.spark.executor.TaskMetrics;

/**
 * What tasks have taken on one executor, as Spark measured it, cancelled ones and ones that landed
 * there by mistake included.
 *
 * @param tasks how many have ended
 * @param unpackMillis how long the executor unpacked them, and what they carried, before they ran
 * @param runMillis how long they ran
 * @param collectionMillis how long the executor collected garbage meanwhile
 * @param bytesSent what they sent back
 */
public record TaskTotals(
    long tasks, long unpackMillis, long runMillis, long collectionMillis, long bytesSent) {

  /** Of no task. */
  public static final TaskTotals NONE = new TaskTotals(0, 0, 0, 0, 0);

  static TaskTotals of(TaskMetrics metrics) {
    return new TaskTotals(
        1,
        metrics.executorDeserializeTime(),
        metrics.executorRunTime(),
        metrics.jvmGCTime(),
        metrics.resultSize());
  }

  /** Both together. */
  public TaskTotals plus(TaskTotals more) {
    return new TaskTotals(
        tasks + more.tasks,
        unpackMillis + more.unpackMillis,
        runMillis + more.runMillis,
        collectionMillis + more.collectionMillis,
        bytesSent + more.bytesSent);
  }
}
