package io.lagrid.engine.cluster;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What {@linkplain Probe probes} did, wherever in this process they ran, or, of a published log, on
 * this machine. Found by number, because a task may have been serialised on its way to the worker.
 * Thread-safe.
 */
public final class TaskLog implements TaskNotes, AutoCloseable {

  private static final AtomicLong NUMBERS = new AtomicLong();
  private static final Map<Long, TaskLog> LOGS = new ConcurrentHashMap<>();

  private static final int PORT_SHIFT = 40;

  private final @Nullable TaskLogPort port;
  private final long number;
  private final List<Double> started = new CopyOnWriteArrayList<>();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger mostRunning = new AtomicInteger();
  private final AtomicLong latePolls = new AtomicLong();
  private volatile boolean cancelling;
  private volatile boolean opened;

  /** A new, empty log. */
  public TaskLog() {
    this(null);
  }

  private TaskLog(@Nullable TaskLogPort port) {
    this.port = port;
    long portNumber = port == null ? 0 : port.number();
    number = portNumber << PORT_SHIFT | NUMBERS.incrementAndGet();
    LOGS.put(number, this);
    if (port != null) {
      port.serve(this);
    }
  }

  /** A new, empty log that tasks in other processes of this machine write to as well. */
  public static TaskLog published() {
    return new TaskLog(new TaskLogPort());
  }

  static TaskNotes numbered(long number) {
    TaskLog log = LOGS.get(number);
    return log != null ? log : TaskLogPort.connect((int) (number >> PORT_SHIFT));
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

  @Override
  public void begin(double mark) {
    mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
    started.add(mark);
  }

  @Override
  public void end() {
    running.decrementAndGet();
  }

  @Override
  public boolean gateOpen() {
    return opened;
  }

  @Override
  public boolean closing() {
    return cancelling;
  }

  @Override
  public void latePoll() {
    latePolls.incrementAndGet();
  }

  @Override
  public void close() {
    LOGS.remove(number);
    if (port != null) {
      port.close();
    }
  }
}
