package io.lagrid.spark.speed;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** When tasks ended, counted from their job's start. Thread-safe. */
final class Finishes extends SparkListener {

  private final List<Double> seconds = new ArrayList<>(); // of the newest job
  private long started;

  @Override
  public synchronized void onJobStart(SparkListenerJobStart event) {
    started = event.time();
    seconds.clear();
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd event) {
    seconds.add((event.taskInfo().finishTime() - started) / 1000.0);
  }

  /** When so many tasks of the newest job had ended. */
  synchronized double of(int count) {
    return seconds.stream().sorted().skip(count - 1L).findFirst().orElse(Double.NaN);
  }
}
