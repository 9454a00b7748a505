package io.lagrid.engine.cluster.piece;

/**
 * Decides between rounds how much each worker is asked to do in the next.
 *
 * @implSpec Called by the thread that closes a round; must return at once.
 */
@FunctionalInterface
public interface LoadPolicy {

  /**
   * The loads of the next round.
   *
   * @param piecesPerSecond what was learned of every worker's speed; not modified
   * @param capacity the most pieces each worker can be given
   */
  Loads next(double[] piecesPerSecond, Loads capacity);

  /**
   * As few pieces as are expected to be there first, given that so many workers may not answer: one
   * after the other, pieces go to the worker that would be done with it first, until the loads
   * without the largest S of them are enough. Everybody keeps at least one piece, so that a worker
   * that recovers is noticed.
   *
   * @param needed how many pieces give the result
   * @param stragglers S
   * @throws IllegalArgumentException if {@code needed} is not positive or S is negative
   */
  static LoadPolicy enough(int needed, int stragglers) {
    return new EnoughPieces(needed, stragglers);
  }
}
