package io.lagrid.engine.delay;

/**
 * How long every worker takes in one round. Asking twice gives the same answer, and the order of
 * asking does not matter, so that different ways to run the round can be compared on the same
 * draws. Confined to one thread.
 */
@FunctionalInterface
public interface RoundDelays {

  /**
   * Seconds that a worker takes for a task.
   *
   * @param worker from 0
   * @param attempt 0 for the worker's own task; 1, 2, … for further tasks given to it in the same
   *     round
   * @return not negative; infinite if the worker never answers
   */
  double seconds(int worker, int attempt);
}
