package io.lagrid.spark.pinned;

import java.io.Serializable;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/**
 * Runs a partition's call if this is the executor it is for. Gives the call's bytes, or else, as a
 * string, the id of the executor it landed on.
 *
 * <p>A copy that Spark starts on suspicion of slowness lands elsewhere by its nature. Were it to
 * give anything back, Spark would take the task for done and kill the original, which runs where it
 * should. So where Spark makes such copies they report themselves killed instead, which Spark
 * counts neither as success nor as failure.
 */
final class PinnedTask extends AbstractFunction1<Iterator<PinnedPartition>, Object>
    implements Serializable {

  private static final long serialVersionUID = 1;

  private final boolean copies;

  /**
   * A task.
   *
   * @param copies whether Spark may run copies of tasks; each task is then a job of its own, whose
   *     later attempts are copies
   */
  PinnedTask(boolean copies) {
    this.copies = copies;
  }

  @Override
  public Object apply(Iterator<PinnedPartition> partitions) {
    PinnedPartition partition = partitions.next();
    TaskContext context = TaskContext.get();
    if (context.isInterrupted()) {
      throw new TaskKilledException("cancelled before it began");
    }
    String here = SparkEnv.get().executorId();
    if (here.equals(partition.executor())) {
      return partition.call().run(context);
    }
    if (copies && context.attemptNumber() > 0) {
      throw new TaskKilledException(
          "a copy on executor %s of what belongs on executor %s"
              .formatted(here, partition.executor()));
    }
    return here;
  }
}
