package io.lagrid.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The processor time of the benchmark's thread, which other processes disturb less than they do
 * wall time: {@link #seconds()} is that of an iteration's fastest call. For calls of a tenth of a
 * millisecond and more.
 *
 * <p>Confined to the benchmark's thread.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class ProcessorTime {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private long start;
  private long fastest;

  /** Forgets the last iteration. */
  @Setup(Level.Iteration)
  public void reset() {
    fastest = Long.MAX_VALUE;
  }

  /** Starts the stopwatch. */
  @Setup(Level.Invocation)
  public void start() {
    start = THREADS.getCurrentThreadCpuTime();
  }

  /** Stops it. */
  @TearDown(Level.Invocation)
  public void stop() {
    fastest = Math.min(fastest, THREADS.getCurrentThreadCpuTime() - start);
  }

  /** The processor time of the iteration's fastest call. */
  public double seconds() {
    return fastest * 1e-9;
  }
}
