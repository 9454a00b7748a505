package io.lagrid.engine.delay;

/** A sequence of rounds drawn from a {@link DelayModel}. Confined to one thread. */
@FunctionalInterface
public interface DelayProcess {

  /** The delays of the next round. They stay what they are when later rounds are drawn. */
  RoundDelays next();
}
