package io.lagrid.engine.cluster;

import io.lagrid.algebra.matrix.Block;

/** What became of one worker's task in one round. */
public sealed interface WorkerEvent {

  /** The number of the worker. */
  int worker();

  /** The round the event belongs to. */
  long round();

  /**
   * The worker answered. Nothing about the answer may be trusted before it is checked.
   *
   * @param answer what the worker computed, or claims to have
   * @param computeNanos how long the worker says the task itself took
   */
  record Answered(int worker, long round, Block answer, long computeNanos) implements WorkerEvent {}

  /**
   * The worker will not answer.
   *
   * @param reason for people
   */
  record Lost(int worker, long round, String reason) implements WorkerEvent {}
}
