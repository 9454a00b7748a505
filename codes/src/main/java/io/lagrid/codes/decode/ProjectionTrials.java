package io.lagrid.codes.decode;

import io.lagrid.algebra.field.Arithmetic;

/**
 * How many random projections of each answer the location of liars needs.
 *
 * <p>The projection of an answer Y is the scalar sᵀYr for secret, independent, uniform vectors s
 * and r over GF(p). If Y is wrong by E ≠ 0, then sᵀEr = 0 with probability at most 2/p: it is a
 * non-zero polynomial of degree 2 in s and r (Schwartz 1980, Zippel 1979). With t independent
 * trials a given liar escapes with probability at most (2/p)^t, and by the union bound some liar
 * escapes in some plane with probability at most Σ_planes N·(2/p)^t.
 */
public final class ProjectionTrials {

  /** The miss probability a round must stay below: 2^-40. */
  public static final double MISS_PROBABILITY = 0x1p-40;

  private ProjectionTrials() {}

  /** The bound Σ_planes workers·(2/p)^trials on the probability that a liar goes unnoticed. */
  public static double missProbability(Arithmetic arithmetic, int workers, int trials) {
    double bound = 0;
    for (int prime : primes(arithmetic)) {
      bound += workers * Math.pow(2.0 / prime, trials);
    }
    return bound;
  }

  /**
   * The smallest number of trials that brings the miss probability below {@link #MISS_PROBABILITY}.
   *
   * @throws IllegalArgumentException if the arithmetic is not exact
   */
  public static int needed(Arithmetic arithmetic, int workers) {
    int trials = 1;
    while (missProbability(arithmetic, workers, trials) >= MISS_PROBABILITY) {
      trials++;
    }
    return trials;
  }

  private static Iterable<Integer> primes(Arithmetic arithmetic) {
    if (!arithmetic.exact()) {
      throw new IllegalArgumentException(
          "the miss probability is known over finite fields, not over " + arithmetic.planes());
    }
    return arithmetic.primes();
  }
}
