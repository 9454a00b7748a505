package io.lagrid.algebra.kernel;

import java.util.concurrent.ArrayBlockingQueue;

/**
 * The buffers of one running call. They are kept between calls, for at most as many calls at a time
 * as there are processors, so that memory is bounded however many threads come and go.
 *
 * <p>Confined to the call that borrowed it.
 */
final class Workspace {

  /** Entries of a packed left panel: 4 MiB, kept in the outer caches. */
  static final int LEFT = 1 << 19;

  /** Entries of a packed right panel: 768 KiB, kept in the second-level cache. */
  static final int RIGHT = 96 << 10;

  private static final ArrayBlockingQueue<Workspace> IDLE =
      new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

  private double[] left = {};
  private double[] right = {};

  private Workspace() {}

  static Workspace borrow() {
    Workspace idle = IDLE.poll();
    return idle == null ? new Workspace() : idle;
  }

  /** Keeps the buffers for another call, or leaves them to the collector if there are enough. */
  void giveBack() {
    IDLE.offer(this);
  }

  /** A buffer of at least {@code entries} entries, with arbitrary content. */
  double[] left(int entries) {
    if (left.length < entries) {
      left = new double[entries];
    }
    return left;
  }

  /** A buffer of at least {@code entries} entries, with arbitrary content. */
  double[] right(int entries) {
    if (right.length < entries) {
      right = new double[entries];
    }
    return right;
  }
}
