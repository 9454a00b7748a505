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

  /**
   * Where a packed right panel begins in its buffer, so that vectors of it do not cross cache lines
   * if the buffer begins at one: a JVM's array has 16 bytes in front of its entries.
   */
  static final int ALIGNED = 6;

  /**
   * Entries of a buffer for panels of more than a page: 4 MiB. G1 puts an array of at least half a
   * region at a region's start, and never moves it.
   */
  private static final int SPACIOUS = 1 << 19;

  private static final int PAGE = 512;

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

  /**
   * A buffer of at least {@code entries} entries from {@link #ALIGNED} on, with arbitrary content.
   */
  double[] right(int entries) {
    int needed = ALIGNED + entries;
    if (right.length < needed) {
      right = new double[entries > PAGE ? Math.max(needed, SPACIOUS) : needed];
    }
    return right;
  }
}
