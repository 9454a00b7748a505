package io.lagrid.engine.simulate;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.engine.delay.RoundDelays;

/**
 * A way to get the result of a round out of workers whose tasks take random times.
 *
 * @implSpec Immutable and thread-safe. What happens in a round depends on the draws and the choices
 *     only; in a series, also on the rounds before.
 */
public interface Strategy {

  /** What reports call it. */
  String name();

  /** How many workers it uses, numbered from 0. */
  int workers();

  /**
   * Plays one round.
   *
   * @param delays the draws of the round; a worker's own task is its attempt 0
   * @param choices for what is left to chance, such as which idle worker gets a copy
   */
  RoundTiming play(RoundDelays delays, Randomness choices);

  /** Begins a series of rounds; unless overridden, none learns from another. */
  default Series series() {
    return this::play;
  }

  /** Rounds one after the other. Confined to one thread. */
  @FunctionalInterface
  interface Series {

    /** Plays the next round, as {@link Strategy#play} does. */
    RoundTiming play(RoundDelays delays, Randomness choices);
  }
}
