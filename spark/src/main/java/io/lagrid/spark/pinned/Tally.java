package io.lagrid.spark.pinned;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.SparkContext;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * Adds up what tasks of some job groups take. Hears of a task from Spark's listener bus, hence a
 * little after its end. Thread-safe.
 */
public final class Tally extends SparkListener implements AutoCloseable {

  private static final int STAGES = 1000; // cancelled tasks end after their stage

  private final SparkContext context;
  private final String groups;
  private final Map<String, TaskTotals> totals = new HashMap<>(); // by executor; guarded by this
  private final Map<Integer, Boolean> stages = // the newest; guarded by this
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Boolean> eldest) {
          return size() > STAGES;
        }
      };

  /**
   * Begins to listen.
   *
   * @param groups what the names of the job groups begin with
   */
  public Tally(SparkContext context, String groups) {
    this.context = context;
    this.groups = groups;
    context.addSparkListener(this);
  }

  /** The totals on an executor, up to what was heard of. */
  public synchronized TaskTotals on(Executor executor) {
    return totals.getOrDefault(executor.id(), TaskTotals.NONE);
  }

  @Override
  public synchronized void onStageSubmitted(SparkListenerStageSubmitted event) {
    if (event.properties() != null
        && event.properties().getProperty(Labels.GROUP, "").startsWith(groups)) {
      stages.put(event.stageInfo().stageId(), true);
    }
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd event) {
    TaskMetrics metrics = event.taskMetrics();
    if (stages.containsKey(event.stageId()) && event.taskInfo() != null && metrics != null) {
      totals.merge(event.taskInfo().executorId(), TaskTotals.of(metrics), TaskTotals::plus);
    }
  }

  @Override
  public void close() {
    if (!context.isStopped()) {
      context.removeSparkListener(this);
    }
  }
}
