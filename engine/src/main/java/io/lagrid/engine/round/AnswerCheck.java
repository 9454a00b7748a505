package io.lagrid.engine.round;

import io.lagrid.algebra.matrix.Block;
import io.lagrid.codes.Projection;

/**
 * Judges an answer on arrival, before anything is computed with it.
 *
 * @implSpec Called by the coordinator's thread only.
 */
@FunctionalInterface
public interface AnswerCheck {

  /** The verdict on one worker's answer. */
  Verdict judge(int worker, Block answer);

  /** What a check found. */
  sealed interface Verdict {

    /**
     * Nothing speaks against the answer.
     *
     * @param projection its scalars, for a decoder that locates liars by them
     */
    record Sound(Projection projection) implements Verdict {}

    /**
     * The answer is wrong.
     *
     * @param reason for people
     */
    record Wrong(String reason) implements Verdict {}
  }
}
