package io.lagrid.spark;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;

/** A plain Spark job one of whose tasks does not end by itself. */
final class SlowJob {

  static final String NAME = "a slow job";

  private final JavaFutureAction<Void> job;

  SlowJob(SparkContext context, int tasks) {
    JavaSparkContext java = JavaSparkContext.fromSparkContext(context);
    java.setJobGroup(NAME, NAME, true);
    List<Integer> numbers = IntStream.range(0, tasks).boxed().toList();
    job =
        java.parallelize(numbers, tasks)
            .foreachAsync(
                number -> {
                  while (number == 0 && !TaskContext.get().isInterrupted()) {
                    Thread.onSpinWait();
                  }
                });
    java.clearJobGroup();
  }

  void cancel() {
    job.cancel(true);
  }
}
