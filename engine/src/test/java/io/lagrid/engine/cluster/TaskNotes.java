package io.lagrid.engine.cluster;

/** What a running {@link Probe} writes down, and is told. Thread-safe. */
interface TaskNotes {

  /** A task has started on the share of that mark. */
  void begin(double mark);

  /** That task has ended. */
  void end();

  /** Whether tasks that wait for the gate may go on. */
  boolean gateOpen();

  /** Whether the round has been closed. */
  boolean closing();

  /** A look at a cancellation said go on although the round had been closed before. */
  void latePoll();
}
