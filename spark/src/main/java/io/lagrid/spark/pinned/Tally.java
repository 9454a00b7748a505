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
 * Adds up what tasks of some job groups take, for each group and for all together. Hears of a task
 * from Spark's listener bus, hence a little after its end. Thread-safe.
 */
public final class Tally extends SparkListener implements AutoCloseable {

  private static final int STAGES = 1000; // cancelled tasks end after their stage
  private static final int GROUPS = 100;

  private final SparkContext context;
  private final String prefix;
  private final Map<String, TaskTotals> totals = new HashMap<>(); // by executor; guarded by this
  private final Map<Integer, String> stages = newest(STAGES); // their groups; guarded by this
  private final Map<String, Map<String, TaskTotals>> groups = newest(GROUPS); // guarded by this

  /**
   * Begins to listen.
   *
   * @param prefix what the names of the job groups begin with
   */
  public Tally(SparkContext context, String prefix) {
    this.context = context;
    this.prefix = prefix;
    context.addSparkListener(this);
  }

  /** The totals of all groups on an executor, up to what was heard of. */
  public synchronized TaskTotals on(Executor executor) {
    return totals.getOrDefault(executor.id(), TaskTotals.NONE);
  }

  /** The totals of one of the newest groups on an executor, up to what was heard of. */
  public synchronized TaskTotals on(Executor executor, String group) {
    return groups.getOrDefault(group, Map.of()).getOrDefault(executor.id(), TaskTotals.NONE);
  }

  @Override
  public synchronized void onStageSubmitted(SparkListenerStageSubmitted event) {
    String group =
        event.properties() == null ? "" : event.properties().getProperty(Labels.GROUP, "");
    if (group.startsWith(prefix)) {
      stages.put(event.stageInfo().stageId(), group);
    }
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd event) {
    TaskMetrics metrics = event.taskMetrics();
    String group = stages.get(event.stageId());
    if (group != null && event.taskInfo() != null && metrics != null) {
      TaskTotals task = TaskTotals.of(metrics);
      String executor = event.taskInfo().executorId();
      totals.merge(executor, task, TaskTotals::plus);
      groups
          .computeIfAbsent(group, missing -> new HashMap<>())
          .merge(executor, task, TaskTotals::plus);
    }
  }

  @Override
  public void close() {
    if (!context.isStopped()) {
      context.removeSparkListener(this);
    }
  }

  /** A map that forgets its oldest entries. */
  private static <K, V> Map<K, V> newest(int most) {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
      }
    };
  }
}
