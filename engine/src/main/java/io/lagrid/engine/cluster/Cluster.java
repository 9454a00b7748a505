package io.lagrid.engine.cluster;

import io.lagrid.algebra.ambient.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where workers run. A cluster keeps shares at the workers they were placed on, runs a task on
 * them, and reports answers one by one. It decides nothing: it never moves, copies or recomputes a
 * share, and never runs a task elsewhere; a worker that cannot answer from what was placed on it is
 * lost.
 *
 * <p>Implementations are thread-safe. Rounds may overlap. After {@link #close()}, placing shares
 * and starting rounds throw IllegalStateException; {@link #release} and {@code close()} do nothing.
 *
 * @implSpec Join the contract suite {@code ClusterContract} of the engine's test kit. A worker's
 *     side is {@link Worker}: the shares it holds, and tasks run on them.
 */
public interface Cluster extends AutoCloseable {

  /** N, the number of workers; workers are numbered 0 to N − 1. */
  int workers();

  /**
   * The clock this cluster lives by: deadlines of {@link Round#next} are its readings, and whoever
   * coordinates a round measures with it. Virtual in simulations.
   */
  Clock clock();

  /**
   * Why two of the workers may be one party – share a process or a machine, and so see and fail
   * together –, for people; empty if each stands for itself. Colluders and adversaries are counted
   * in workers: where there is such a reason, the engine refuses to tolerate any.
   */
  default Optional<String> dependence() {
    return Optional.empty();
  }

  /**
   * Places a share on a worker, where it stays until it is released. Each worker holds at most one
   * share under a key. May return before the share has arrived; if it cannot be placed, the worker
   * is reported lost by the rounds that need the share.
   *
   * @param share retained; not modified
   * @throws IllegalStateException if the worker already holds a share under that key
   * @throws IndexOutOfBoundsException if there is no such worker
   */
  void place(ShareKey key, int worker, Share share);

  /**
   * How many bytes were sent so far for the shares under the key, where that is not the sum of
   * their sizes; empty if it is, or if there are none.
   */
  default OptionalLong sentBytes(ShareKey key) {
    return OptionalLong.empty();
  }

  /** Drops every share under the key, everywhere; does nothing if there is none. */
  void release(ShareKey key);

  /**
   * Starts a round: every worker runs the task on its own shares.
   *
   * @return the running round, to be closed by the caller
   * @throws IllegalStateException if a round of that number is open
   */
  Round start(Dispatch dispatch);

  /**
   * Starts several rounds that are heard as one: every worker runs the tasks of all dispatches on
   * its own shares, one after the other in the order given, and gives at most one event for each,
   * which carries that dispatch's number. Closing the result closes them all.
   *
   * @param dispatches at least one
   * @implSpec Unless overridden, one dispatch is started as by {@link #start}, and more are
   *     refused.
   * @throws UnsupportedOperationException if the cluster hears one round at a time only
   * @throws IllegalStateException if a round of one of the numbers is open
   */
  default Round startAll(List<Dispatch> dispatches) {
    if (dispatches.size() == 1) {
      return start(dispatches.get(0));
    }
    throw new UnsupportedOperationException(
        "a %s hears one round at a time, not %d; it cannot run work in pieces"
            .formatted(getClass().getSimpleName(), dispatches.size()));
  }

  /**
   * Cancels what runs, drops all shares and frees the workers. In rounds that are open, every
   * worker that has not given its event is lost. Does nothing if closed before.
   */
  @Override
  void close();
}
