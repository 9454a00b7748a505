package io.lagrid.engine.round;

import io.lagrid.algebra.matrix.Block;
import io.lagrid.codes.Projection;
import java.util.Optional;
import java.util.function.Supplier;

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
     * Wrong if there is an objection.
     *
     * @param projection asked for if there is none
     */
    static Verdict of(Optional<String> objection, Supplier<Projection> projection) {
      return objection.<Verdict>map(Wrong::new).orElseGet(() -> new Sound(projection.get()));
    }

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
