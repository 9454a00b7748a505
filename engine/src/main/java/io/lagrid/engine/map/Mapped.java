package io.lagrid.engine.map;

import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.leakage.Leakage;
import java.util.List;
import java.util.Optional;

/**
 * Estimates of a function's values, and what is known of them.
 *
 * @param blocks one per block that was handed in, in that order
 * @param accuracy how good they are
 * @param leakage what colluders learn of the blocks, if there may be some
 */
public record Mapped(List<Matrix> blocks, Accuracy accuracy, Optional<Leakage> leakage) {

  /** Copies the list. */
  public Mapped {
    blocks = List.copyOf(blocks);
  }

  /**
   * How good estimates are, as far as the answers themselves can tell; an estimate of the error,
   * not a bound.
   *
   * @param answers how many answers they rest on
   * @param relativeError the estimated root mean square error over the root mean square of the
   *     values; positive infinity if there were too few answers to tell
   * @param entryError the same per entry: relativeError times the root mean square of all entries
   * @param smoothing λ, given or chosen
   */
  public record Accuracy(int answers, double relativeError, double entryError, double smoothing) {}
}
