package io.lagrid.spark.pinned;

import io.lagrid.algebra.ambient.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerApplicationEnd;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.status.api.v1.ExecutorSummary;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Which executors are there. Hears of comings and goings from Spark's listener bus, hence a little
 * after the fact, but in order.
 *
 * <p>Thread-safe.
 */
public final class Attendance extends SparkListener implements AutoCloseable {

  /** Hears of what happens to executors, on the thread of Spark's listener bus: be short. */
  public interface Observer {

    /** The executor is gone, with all it held. */
    void gone(Executor executor, String reason);

    /** A slot of the executor has become free. */
    void freed(String executor);

    /** The application has ended. */
    void ended();
  }

  private static final String DRIVER = "driver";

  private final SparkContext context;
  private final Map<String, Executor> present = new ConcurrentHashMap<>();
  private final Map<String, String> gone = new ConcurrentHashMap<>();
  private final List<Observer> observers = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch change = new CountDownLatch(1);

  /** Begins to listen. */
  public Attendance(SparkContext context) {
    this.context = context;
    context.addSparkListener(this);
    for (ExecutorSummary summary :
        CollectionConverters.asJava(context.statusStore().executorList(true))) {
      String host = summary.hostPort().replaceFirst(":\\d+$", "");
      arrive(new Executor(summary.id(), host));
    }
  }

  /** Adds somebody who hears of what happens from now on. */
  public void observe(Observer observer) {
    observers.add(observer);
  }

  /** The executors that are there, in the order of their ids' length and then their ids. */
  public List<Executor> present() {
    Map<String, Executor> sorted =
        new TreeMap<>(
            (a, b) -> a.length() == b.length() ? a.compareTo(b) : a.length() - b.length());
    sorted.putAll(present);
    return List.copyOf(sorted.values());
  }

  /** Why the executor is gone; empty if it is there, or not known. */
  public Optional<String> whyGone(Executor executor) {
    return Optional.ofNullable(gone.get(executor.id()));
  }

  /**
   * Waits for executors to come.
   *
   * @param enough whether those present do
   * @param deadlineNanos the clock's reading at which to give up
   * @return whether they do
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public boolean await(Predicate<List<Executor>> enough, Clock clock, long deadlineNanos)
      throws InterruptedException {
    while (true) {
      CountDownLatch next = change;
      if (enough.test(present())) {
        return true;
      }
      if (!clock.await(next, deadlineNanos)) {
        return false;
      }
    }
  }

  @Override
  public void onExecutorAdded(SparkListenerExecutorAdded event) {
    arrive(new Executor(event.executorId(), event.executorInfo().executorHost()));
  }

  @Override
  public void onExecutorRemoved(SparkListenerExecutorRemoved event) {
    gone.put(event.executorId(), event.reason());
    Executor executor = present.remove(event.executorId());
    changed();
    if (executor != null) {
      observers.forEach(observer -> observer.gone(executor, event.reason()));
    }
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd event) {
    String executor = event.taskInfo() == null ? DRIVER : event.taskInfo().executorId();
    observers.forEach(observer -> observer.freed(executor));
  }

  @Override
  public void onApplicationEnd(SparkListenerApplicationEnd event) {
    observers.forEach(Observer::ended);
  }

  @Override
  public void close() {
    observers.clear();
    if (!context.isStopped()) {
      context.removeSparkListener(this);
    }
  }

  /**
   * An executor keeps the host it was first heard of with. The driver is an executor only where all
   * runs in one process.
   */
  private void arrive(Executor executor) {
    if (executor.id().equals(DRIVER) && !context.isLocal()) {
      return;
    }
    if (!gone.containsKey(executor.id())) {
      present.putIfAbsent(executor.id(), executor);
      changed();
    }
  }

  private void changed() {
    CountDownLatch past = change;
    change = new CountDownLatch(1);
    past.countDown();
  }
}
