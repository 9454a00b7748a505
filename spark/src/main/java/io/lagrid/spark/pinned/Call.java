package io.lagrid.spark.pinned;

import java.io.Serializable;
import org.apache.spark.TaskContext;

/**
 * What is to run on an executor. Travels there by Java serialisation, and may be carried past other
 * executors on its way: whatever they must not learn has to be sealed.
 */
@FunctionalInterface
public interface Call extends Serializable {

  /**
   * Runs, on the thread of a Spark task, on the executor it was sent to.
   *
   * @param context the task's context; tells when the call is cancelled
   * @return what to send back; bytes, so that it travels alike with every serialiser of Spark
   */
  byte[] run(TaskContext context);
}
