package io.lagrid.codes;

/**
 * Collects the answers of one round and says when they suffice. Pure: it sees who answered and a
 * few scalars per answer, never the blocks themselves, and knows no thread, clock or cluster.
 *
 * <p>Confined to one thread; good for one round.
 */
public interface Decoder {

  /**
   * Offers the answer of one worker.
   *
   * @param worker who answered; each worker at most once
   * @param projection scalars of the answer; {@link Projection#NONE} if the decoder locates no
   *     liars
   * @return whether the answers offered so far give the result, so that no more are needed
   * @throws IllegalStateException if that worker's answer was offered before
   */
  boolean offer(int worker, Projection projection);

  /** What the answers offered so far amount to. */
  Decoding outcome();

  /** Whether the result could still be had if exactly these further workers answered correctly. */
  boolean reachable(java.util.Collection<Integer> further);
}
