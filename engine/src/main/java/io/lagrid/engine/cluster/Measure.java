package io.lagrid.engine.cluster;

/**
 * A figure that a cluster measured where a worker runs, beside what the engine measures itself.
 *
 * @param name what was measured, for people; a cluster measures a thing under one name everywhere
 * @param unit what the value counts
 * @param value not negative
 */
public record Measure(String name, Unit unit, double value) {

  /** What a value counts. */
  public enum Unit {
    /** Things; the value is whole. */
    COUNT,
    /** Seconds. */
    SECONDS,
    /** Bytes; the value is whole. */
    BYTES
  }
}
