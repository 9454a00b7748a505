package io.lagrid.spark.pinned;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.SparkContext;
import org.jspecify.annotations.Nullable;

/**
 * How a delivery's jobs appear in Spark's pages and listeners.
 *
 * @param group the job group
 * @param description what the job is, for people
 */
public record Labels(String group, String description) {

  /** Spark's name for the property that holds a job's group. */
  public static final String GROUP = "spark.jobGroup.id";

  private static final String DESCRIPTION = "spark.job.description";
  private static final String INTERRUPT = "spark.job.interruptOnCancel";

  /**
   * Submits under these labels, with cancellation by interruption; what the calling thread had set
   * itself is put back.
   */
  void submit(SparkContext context, Runnable submission) {
    Map<String, @Nullable String> before = new LinkedHashMap<>();
    for (String key : new String[] {GROUP, DESCRIPTION, INTERRUPT}) {
      before.put(key, context.getLocalProperty(key));
    }
    try {
      context.setLocalProperty(GROUP, group);
      context.setLocalProperty(DESCRIPTION, description);
      context.setLocalProperty(INTERRUPT, "true");
      submission.run();
    } finally {
      before.forEach(context::setLocalProperty);
    }
  }
}
