package io.lagrid.engine.report;

/** What became of a worker in a round. */
public enum Fate {
  /** Its answer is part of the result. */
  USED,
  /** Its answer arrived in time and was sound, but was not needed. */
  SPARE,
  /** It had not answered when the result was decodable, or when the run gave up. */
  LATE,
  /** It answered wrongly and was caught. */
  REJECTED,
  /** It crashed. */
  LOST
}
