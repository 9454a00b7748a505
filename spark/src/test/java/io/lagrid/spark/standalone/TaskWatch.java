package io.lagrid.spark.standalone;

import io.lagrid.algebra.ambient.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;

/** Writes down what Spark says it did, and waits for it to do things. Thread-safe. */
public final class TaskWatch extends SparkListener {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Map<Integer, String> descriptions = new HashMap<>(); // by stage
  private final List<Seen> seen = new ArrayList<>();
  private CountDownLatch change = new CountDownLatch(1);

  /**
   * One thing that happened.
   *
   * @param kind start, end, added or removed
   * @param stage the stage's description
   * @param index which task of the stage; −1 for executors
   * @param executor where
   * @param copy whether it was a copy made on suspicion of slowness
   * @param ending how it ended, if it did
   */
  public record Seen(
      String kind, String stage, int index, String executor, boolean copy, String ending) {

    /** Whether it ended killed. */
    public boolean killed() {
      return ending.startsWith("TaskKilled");
    }
  }

  @Override
  public void onStageSubmitted(SparkListenerStageSubmitted event) {
    String description = event.properties().getProperty("spark.job.description", "");
    synchronized (this) {
      descriptions.put(event.stageInfo().stageId(), description);
    }
  }

  @Override
  public void onTaskStart(SparkListenerTaskStart event) {
    var task = event.taskInfo();
    String stage = description(event.stageId());
    add(new Seen("start", stage, task.index(), task.executorId(), task.speculative(), ""));
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd event) {
    var task = event.taskInfo();
    String stage = description(event.stageId());
    boolean copy = task.speculative();
    add(new Seen("end", stage, task.index(), task.executorId(), copy, event.reason().toString()));
  }

  @Override
  public void onExecutorAdded(SparkListenerExecutorAdded event) {
    add(new Seen("added", "", -1, event.executorId(), false, ""));
  }

  @Override
  public void onExecutorRemoved(SparkListenerExecutorRemoved event) {
    add(new Seen("removed", "", -1, event.executorId(), false, ""));
  }

  /** Everything so far of one kind. */
  public synchronized List<Seen> all(Predicate<Seen> which) {
    return seen.stream().filter(which).toList();
  }

  /** Waits until so many things of one kind have happened. */
  public List<Seen> await(int count, Predicate<Seen> which) throws InterruptedException {
    Clock clock = Clock.system();
    long deadline = clock.nanos() + PATIENCE.toNanos();
    while (true) {
      CountDownLatch next;
      synchronized (this) {
        next = change;
        List<Seen> found = all(which);
        if (found.size() >= count) {
          return found;
        }
      }
      if (!clock.await(next, deadline)) {
        throw new AssertionError("waited in vain; seen so far: " + all(all -> true));
      }
    }
  }

  /** Waits until so many tasks of stages described so have ended. */
  public void awaitEnds(int count, String description) {
    try {
      await(count, seen -> seen.kind().equals("end") && seen.stage().contains(description));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private synchronized String description(int stage) {
    return descriptions.getOrDefault(stage, "");
  }

  private synchronized void add(Seen event) {
    seen.add(event);
    change.countDown();
    change = new CountDownLatch(1);
  }
}
