package io.lagrid.engine.cluster;

import java.time.Duration;

/** What the workers of a {@link ScriptedCluster} do, and when. */
@FunctionalInterface
public interface Script {

  /**
   * A worker's part in a round.
   *
   * @param round how many rounds were started before
   */
  Turn turn(int worker, int round);

  /** Every worker answers, in the order of their numbers, 1 ms apart; the first after 1 ms. */
  static Script inTurn() {
    return (worker, round) -> Turn.answers(Duration.ofMillis(worker + 1L));
  }

  /** The named workers answer in this order, 1 ms apart, the first after 1 ms; others never. */
  static Script order(int... workers) {
    return (worker, round) -> {
      for (int i = 0; i < workers.length; i++) {
        if (workers[i] == worker) {
          return Turn.answers(Duration.ofMillis(i + 1L));
        }
      }
      return Turn.silent();
    };
  }

  /** This script, except that the worker always does something else. */
  default Script but(int exception, Turn turn) {
    return (worker, round) -> worker == exception ? turn : turn(worker, round);
  }

  /** One worker's part in a round. */
  sealed interface Turn {

    /** Answers that long after the dispatch (or is lost then, if the task cannot be computed). */
    static Turn answers(Duration after) {
      return new Answers(after.toNanos());
    }

    /** Is lost that long after the dispatch. */
    static Turn lost(Duration after, String reason) {
      return new Loses(after.toNanos(), reason);
    }

    /** Gives no event. */
    static Turn silent() {
      return new Silent();
    }

    /** Answers after a while. */
    record Answers(long afterNanos) implements Turn {}

    /** Is lost after a while. */
    record Loses(long afterNanos, String reason) implements Turn {}

    /** Gives no event. */
    record Silent() implements Turn {}
  }
}
