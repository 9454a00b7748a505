package io.lagrid.engine.round;

import io.lagrid.engine.report.WorkerTimeline;

/**
 * Told of every event of a round as it happens, for progress bars and logs.
 *
 * @implSpec Called by the coordinator's thread; must return at once.
 */
@FunctionalInterface
public interface RoundListener {

  /**
   * A worker answered, was rejected or was lost.
   *
   * @param timeline the worker's part so far; an answer that counts is reported as {@link
   *     io.lagrid.engine.report.Fate#SPARE} until it is known which answers are used
   * @param sound how many sound answers there are by now
   * @param threshold how many give the result if nobody lies
   */
  void heard(WorkerTimeline timeline, int sound, int threshold);

  /** Listens to nothing. */
  static RoundListener silent() {
    return (timeline, sound, threshold) -> {};
  }
}
