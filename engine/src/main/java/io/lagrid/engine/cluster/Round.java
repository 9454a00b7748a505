package io.lagrid.engine.cluster;

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
   * @param deadlineNanos the clock reading until which to wait, {@link Long#MAX_VALUE} for ever; a
   *     reading in the past asks without waiting
   * @return null if nothing arrived by the deadline, or every worker has given its event
   * @throws InterruptedException if the waiting thread is interrupted
   */
  @Nullable WorkerEvent next(long deadlineNanos) throws InterruptedException;

  /** Cancels the workers that still compute and forgets this round. Returns without waiting for them. */
  @Override
  void close();
}
