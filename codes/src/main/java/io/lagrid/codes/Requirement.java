package io.lagrid.codes;

import java.util.Optional;

/**
 * What a code must satisfy to be chosen.
 *
 * @param operation what is computed
 * @param workers N
 * @param tolerance S, A, T
 * @param exact whether the arithmetic is a finite one; else real
 * @param verified whether each answer is checked on arrival, so that a liar costs one worker, not
 *     two
 * @param partition the user's partition, if it is not for the planner to choose
 */
public record Requirement(
    Operation operation,
    int workers,
    Tolerance tolerance,
    boolean exact,
    boolean verified,
    Optional<Partition> partition) {

  /** Checks that there is at least one worker. */
  public Requirement {
    if (workers < 1) {
      throw new IllegalArgumentException(
          "a cluster of " + workers + " workers; at least 1 is needed");
    }
  }

  /** How many workers the tolerance sets aside: S + A when answers are verified, else S + 2A. */
  public int reserve() {
    return tolerance.stragglers() + (verified ? 1 : 2) * tolerance.adversaries();
  }

  /** The largest recovery threshold that fits: N − S − 2A, or N − S − A with verification. */
  public int largestThreshold() {
    return workers - reserve();
  }
}
