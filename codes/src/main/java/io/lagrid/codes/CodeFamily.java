package io.lagrid.codes;

/**
 * A named construction with free parameters. The planner asks every family what it can offer.
 *
 * <p>Implementations are immutable and thread-safe.
 */
public interface CodeFamily {

  /** Name, purpose, threshold and source. */
  CodeDescription description();

  /**
   * The codes of this family that meet the requirement: every parameter choice worth comparing, in
   * no particular order, or the reason why there is none.
   */
  Proposal propose(Requirement requirement);
}
