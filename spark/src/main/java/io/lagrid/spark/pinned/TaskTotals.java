package io.lagrid.spark.pinned;

import org.apache.spark.executor.TaskMetrics;

/**
 * What tasks have taken on one executor, as Spark measured it, cancelled ones and ones that landed
 * there by mistake included.
 *
 * @param tasks how many have ended
 * @param runMillis how long they ran
 * @param collectionMillis how long the executor collected garbage meanwhile
 * @param bytesRead what they read from data sources
 * @param bytesSent what they sent back
 */
public record TaskTotals(
    long tasks, long runMillis, long collectionMillis, long bytesRead, long bytesSent) {

  /** Of no task. */
  public static final TaskTotals NONE = new TaskTotals(0, 0, 0, 0, 0);

  static TaskTotals of(TaskMetrics metrics) {
    return new TaskTotals(
        1,
        metrics.executorRunTime(),
        metrics.jvmGCTime(),
        metrics.inputMetrics().bytesRead(),
        metrics.resultSize());
  }

  TaskTotals plus(TaskTotals more) {
    return new TaskTotals(
        tasks + more.tasks,
        runMillis + more.runMillis,
        collectionMillis + more.collectionMillis,
        bytesRead + more.bytesRead,
        bytesSent + more.bytesSent);
  }
}
