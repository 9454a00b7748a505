package io.lagrid.engine.cluster.fault;

import io.lagrid.algebra.matrix.Block;
import io.lagrid.engine.cluster.WorkerEvent.Answered;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The latest true answer of each worker that was recorded. Thread-safe. */
final class PastAnswers {

  private final Map<Integer, Answered> latest = new HashMap<>();

  /**
   * Records the answer in place of the one before.
   *
   * @return the one before, if it is of another round and has the same shape
   */
  synchronized Optional<Block> exchange(Answered answer) {
    return Optional.ofNullable(latest.put(answer.worker(), answer))
        .filter(before -> before.round() != answer.round())
        .map(Answered::answer)
        .filter(block -> sameShape(block, answer.answer()));
  }

  synchronized void clear() {
    latest.clear();
  }

  synchronized int size() {
    return latest.size();
  }

  private static boolean sameShape(Block a, Block b) {
    return a.rows() == b.rows()
        && a.columns() == b.columns()
        && a.planes().size() == b.planes().size();
  }
}
