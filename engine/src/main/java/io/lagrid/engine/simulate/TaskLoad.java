package io.lagrid.engine.simulate;

/**
 * How long one task takes where the delay model draws t: fixed + scale·t seconds. The model is that
 * of a reference task; a task of half its work has scale 1/2. What does not depend on the worker's
 * speed, such as messages, is fixed.
 *
 * @param fixedSeconds not negative
 * @param scale not negative
 */
public record TaskLoad(double fixedSeconds, double scale) {

  /** The reference task itself. */
  public static final TaskLoad REFERENCE = new TaskLoad(0, 1);

  /** Checks the ranges. */
  public TaskLoad {
    if (!(fixedSeconds >= 0 && scale >= 0)) {
      throw new IllegalArgumentException(
          "a task of %s s and %s times the draw; neither may be negative"
              .formatted(fixedSeconds, scale));
    }
  }

  /** A task of that many times the reference's work, without anything fixed. */
  public static TaskLoad of(double scale) {
    return new TaskLoad(0, scale);
  }

  /** The seconds for one draw. */
  public double seconds(double draw) {
    return fixedSeconds + scale * draw;
  }
}
