package io.lagrid.engine.cluster;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What {@linkplain Probe probes} did, wherever in this process they ran. Found by number, because a
 * task may have been serialised on its way to the worker. Thread-safe.
 */
public final class TaskLog implements AutoCloseable {

  private static final AtomicLong NUMBERS = new AtomicLong();
  private static final Map<Long, TaskLog> LOGS = new ConcurrentHashMap<>();

  private final long number = NUMBERS.incrementAndGet();
  private final List<Double> started = new CopyOnWriteArrayList<>();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger mostRunning = new AtomicInteger();
  private final AtomicLong latePolls = new AtomicLong();
  private volatile boolean cancelling;
  private volatile boolean opened;

  /** A new, empty log. */
  public TaskLog() {
    LOGS.put(number, this);
  }

  static TaskLog numbered(long number) {
    return LOGS.get(number);
  }

  /** The number that probes find this log by. */
  public long number() {
    return number;
  }

  /** The mark of the share each task saw that started, in order. */
  public List<Double> started() {
    return List.copyOf(started);
  }

  /** How many tasks run. */
  public int running() {
    return running.get();
  }

  /** The most tasks that ever ran at a time. */
  public int mostRunning() {
    return mostRunning.get();
  }

  /** Says that the round is now closed: from here on, no look at a cancellation may say go on. */
  public void cancelling() {
    cancelling = true;
  }

  /** How many looks at a cancellation said go on although they began after {@link #cancelling}. */
  public long latePolls() {
    return latePolls.get();
  }

  /** Lets go the tasks that wait for the gate. */
  public void openGate() {
    opened = true;
  }

  /** Waits, on the calling thread, until that many tasks have started. */
  public void awaitStarted(int count) {
    while (started.size() < count) {
      Thread.onSpinWait();
    }
  }

  /** Waits, on the calling thread, until no task runs. */
  public void awaitIdle() {
    while (running() > 0) {
      Thread.onSpinWait();
    }
  }

  void begin(double mark) {
    mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
    started.add(mark);
  }

  void end() {
    running.decrementAndGet();
  }

  boolean gateOpen() {
    return opened;
  }

  boolean closing() {
    return cancelling;
  }

  void latePoll() {
    latePolls.incrementAndGet();
  }

  @Override
  public void close() {
    LOGS.remove(number);
  }
}
