package io.lagrid.spark.pinned;

import io.lagrid.algebra.ambient.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.spark.SparkContext;
import org.jspecify.annotations.Nullable;

/**
 * Brings calls to the executors they are for. All that follows from an answer happens on one daemon
 * thread, so that Spark's own event loops are never kept waiting.
 *
 * <p>Thread-safe.
 */
public final class Courier implements AutoCloseable {

  private static final String SPECULATION = "spark.speculation";

  private final SparkContext context;
  private final Attendance attendance;
  private final int attempts;
  private final boolean copies;
  private final ScheduledThreadPoolExecutor desk;
  private final Set<Delivery> open = ConcurrentHashMap.newKeySet();

  /**
   * A courier.
   *
   * @param attempts how often a call may land elsewhere before it is given up
   */
  public Courier(SparkContext context, Attendance attendance, int attempts) {
    this.context = context;
    this.attendance = attendance;
    this.attempts = attempts;
    this.copies = context.getConf().getBoolean(SPECULATION, false);
    this.desk = new Errands();
    attendance.observe(new Watch());
  }

  /**
   * Sends every visit's call on its way.
   *
   * @param receiver told of each visit's end on the courier's thread; be short
   * @return the delivery, over when every visit is or when it is cancelled
   * @throws IllegalStateException if the context is stopped
   */
  public Delivery send(Labels labels, List<Visit> visits, Receiver receiver) {
    Delivery delivery = new Delivery(this, labels, visits, receiver);
    open.add(delivery);
    delivery.begin();
    return delivery;
  }

  /**
   * Sends every visit's call and waits for the answers.
   *
   * @param deadlineNanos the clock's reading at which to give up
   * @return the answers that came in time, by visit
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public Map<Integer, byte[]> ask(
      Labels labels, List<Visit> visits, Clock clock, long deadlineNanos)
      throws InterruptedException {
    Answers answers = new Answers(visits.size());
    Delivery delivery = send(labels, visits, answers);
    try {
      clock.await(answers.all(), deadlineNanos);
    } finally {
      delivery.cancel();
    }
    return answers.soFar();
  }

  /** Runs something on the courier's thread; does nothing once the courier is closed. */
  public void execute(Runnable action) {
    try {
      desk.execute(action);
    } catch (RejectedExecutionException closed) {
      // nobody is left to be told
    }
  }

  @Override
  public void close() {
    open.forEach(Delivery::cancel);
    desk.shutdown();
  }

  SparkContext context() {
    return context;
  }

  Attendance attendance() {
    return attendance;
  }

  int attempts() {
    return attempts;
  }

  /** Whether Spark may start copies of tasks it thinks slow. */
  boolean copies() {
    return copies;
  }

  void later(long millis, Runnable action) {
    try {
      var unused = desk.schedule(action, millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      // nobody is left to be told
    }
  }

  void over(Delivery delivery) {
    open.remove(delivery);
  }

  private void tellAll(Consumer<Delivery> news) {
    execute(() -> open.forEach(news));
  }

  /** The courier's thread. What fails on it is a bug, and reported as one. */
  private static final class Errands extends ScheduledThreadPoolExecutor {

    Errands() {
      super(1, Errands::thread);
      setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    protected void afterExecute(Runnable errand, @Nullable Throwable thrown) {
      if (errand instanceof Future<?> future && future.isDone() && !future.isCancelled()) {
        try {
          future.get();
        } catch (ExecutionException e) {
          throw new AssertionError("the courier failed", e.getCause());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }

    private static Thread thread(Runnable work) {
      Thread thread = new Thread(work, "lagrid-courier");
      thread.setDaemon(true);
      return thread;
    }
  }

  /** Passes on what happens to executors. */
  private final class Watch implements Attendance.Observer {

    @Override
    public void gone(Executor executor, String reason) {
      tellAll(delivery -> delivery.gone(executor, reason));
    }

    @Override
    public void freed(String executor) {
      tellAll(delivery -> delivery.freed(executor));
    }

    @Override
    public void ended() {
      tellAll(delivery -> delivery.abandon("the Spark application has ended"));
    }
  }
}
