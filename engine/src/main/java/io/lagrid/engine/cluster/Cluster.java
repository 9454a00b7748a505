package io.lagrid.engine.cluster;

/**
 * Where workers run. A cluster keeps shares at the workers they were placed on, runs a task on them,
 * and reports answers one by one. It decides nothing: it never moves, copies or recomputes a share,
 * and never runs a task elsewhere; a worker that cannot answer from what was placed on it is lost.
 *
 * <p>Implementations are thread-safe. Rounds may overlap.
 */
public interface Cluster extends AutoCloseable {

  /** N, the number of workers; workers are numbered 0 to N − 1. */
  int workers();

  /**
   * Places a share on a worker, where it stays until it is released. Each worker holds at most one
   * share under a key. May return before the share has arrived; if it cannot be placed, the worker is
   * reported lost by the rounds that need the share.
   *
   * @param share retained; not modified
   * @throws IllegalStateException if the worker already holds a share under that key
   */
  void place(ShareKey key, int worker, Share share);

  /** Drops every share under the key, everywhere; does nothing if there is none. */
  void release(ShareKey key);

  /**
   * Starts a round: every worker runs the task on its own shares.
   *
   * @return the running round, to be closed by the caller
   */
  Round start(Dispatch dispatch);

  /** Cancels what runs, drops all shares and frees the workers. */
  @Override
  void close();
}
