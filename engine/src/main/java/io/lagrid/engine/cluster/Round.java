package io.lagrid.engine.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One dispatch whose answers are coming in. Each worker gives at most one event.
 *
 * <p>{@link #next} is called by one thread; {@link #close} by any.
 */
public interface Round extends AutoCloseable {

  /**
   * The next event, in order of arrival.
   *
   * @param deadlineNanos the reading of the cluster's clock until which to wait, {@link
   *     Long#MAX_VALUE} for ever; a reading in the past asks without waiting
   * @return null if nothing arrived by the deadline; null at once if every worker has given its
   *     event or the round is closed, also when it is closed meanwhile
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  @Nullable WorkerEvent next(long deadlineNanos) throws InterruptedException;

  /** Where a worker runs, for people; empty if there is nothing to tell. */
  default String place(int worker) {
    return "";
  }

  /** Whether a worker was asked at all: nothing is to be expected of one that was not. */
  default boolean asks(int worker) {
    return true;
  }

  /**
   * What the cluster itself has measured at a worker's place in this round so far, in the same
   * order everywhere; empty if it measures nothing or has heard of nothing yet. Workers at one
   * place share one set of figures. May be asked by any thread, also when the round is closed: more
   * may have become known by then.
   */
  default List<Measure> measured(int worker) {
    return List.of();
  }

  /**
   * Cancels the workers that still compute and forgets this round; tasks that have not started
   * never start, except on workers that word of it has not reached yet. Returns without waiting for
   * them. Does nothing if closed before.
   */
  @Override
  void close();
}
