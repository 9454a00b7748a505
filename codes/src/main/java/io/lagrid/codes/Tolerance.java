package io.lagrid.codes;

/**
 * What a computation must survive.
 *
 * @param stragglers S, how many workers may never answer
 * @param adversaries A, how many workers may answer anything at all, acting together
 * @param colluders T, how many workers may pool what they received and still learn nothing
 */
public record Tolerance(int stragglers, int adversaries, int colluders) {

  /** Tolerates nothing. */
  public static final Tolerance NONE = new Tolerance(0, 0, 0);

  /** Checks that no count is negative. */
  public Tolerance {
    if (stragglers < 0 || adversaries < 0 || colluders < 0) {
      throw new IllegalArgumentException(
          "cannot tolerate %d stragglers, %d adversaries and %d colluders: counts start at 0"
              .formatted(stragglers, adversaries, colluders));
    }
  }

  /** Tolerates {@code count} stragglers, no adversary and no colluder. */
  public static Tolerance stragglers(int count) {
    return new Tolerance(count, 0, 0);
  }

  /** This tolerance with {@code count} adversaries. */
  public Tolerance adversaries(int count) {
    return new Tolerance(stragglers, count, colluders);
  }

  /** This tolerance with {@code count} colluders. */
  public Tolerance colluders(int count) {
    return new Tolerance(stragglers, adversaries, count);
  }

  @Override
  public String toString() {
    return "%d stragglers, %d adversaries, %d colluders"
        .formatted(stragglers, adversaries, colluders);
  }
}
