package io.lagrid.engine.delay;

import io.lagrid.algebra.ambient.Randomness;
import java.io.IOException;

/**
 * How long workers take for one task, round after round: a joint distribution over workers, rounds
 * and repeated attempts.
 *
 * <p>Implementations are immutable and thread-safe; what they start is not.
 */
@FunctionalInterface
public interface DelayModel {

  /**
   * Starts a sequence of rounds, the same for the same randomness.
   *
   * @param workers N, positive
   * @param randomness what the draws are made of; not to be used elsewhere afterwards
   * @throws IllegalArgumentException if the model has no delays for that many workers
   */
  DelayProcess start(int workers, Randomness randomness);

  /**
   * Reads a model. Seconds, rates and factors are decimal numbers.
   *
   * <ul>
   *   <li>{@code constant:SECONDS}
   *   <li>{@code shiftexp:A,MU}: A + Exp(MU), mean A + 1/MU
   *   <li>{@code weibull:SHAPE,SCALE}, {@code pareto:SHAPE,SCALE}
   *   <li>{@code bimodal:Q,FAST,SLOW}: SLOW with probability Q, else FAST
   *   <li>{@code trace:FILE}: what was measured; see {@link Trace}. The rest of the text is the
   *       file's name
   *   <li>{@code hosts:SIZE,Q,FACTOR/MODEL}: {@link SlowHosts}
   *   <li>{@code bursts:ONSET,RECOVERY,FACTOR/MODEL}: {@link Bursts}
   *   <li>{@code speeds:S1,S2,…/MODEL}: {@link Speeds}
   * </ul>
   *
   * @throws IllegalArgumentException if it is anything else, or the file holds no trace; the
   *     message says where, and what is legal
   * @throws IOException if the file cannot be read
   */
  static DelayModel parse(String text) throws IOException {
    return DelayParser.parse(text);
  }
}
