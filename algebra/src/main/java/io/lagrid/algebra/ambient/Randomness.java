package io.lagrid.algebra.ambient;

import io.lagrid.algebra.field.PrimeField;

/**
 * A stream of uniformly random numbers. {@link #secure()} is for secrets (privacy noise,
 * verification vectors); {@link #insecure(long)} repeats itself for the same seed and is for tests,
 * simulations and runs whose user asked for insecurity by name.
 *
 * <p>Confined: one thread at a time.
 */
public interface Randomness {

  /** 64 independent uniform bits. */
  long nextLong();

  /**
   * Fills a range with independent uniform elements of GF(p), in balanced form.
   *
   * @param target modified at indices from (inclusive) to to (exclusive)
   */
  void fill(PrimeField field, double[] target, int from, int to);

  /** A uniform integer in [0, bound). */
  default int nextInt(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound " + bound + " is not positive");
    }
    // Rejection keeps it uniform: multiples of bound that fit in 63 bits.
    long limit = Long.MAX_VALUE - Long.MAX_VALUE % bound;
    long draw = nextLong() >>> 1;
    while (draw >= limit) {
      draw = nextLong() >>> 1;
    }
    return (int) (draw % bound);
  }

  /** A uniform double in [0, 1) with 53 random bits. */
  default double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /**
   * A draw from the standard normal distribution, by Box and Muller's transform of two uniform
   * ones.
   */
  default double nextGaussian() {
    double radius = Math.sqrt(-2 * Math.log(1 - nextDouble()));
    return radius * Math.cos(2 * Math.PI * nextDouble());
  }

  /**
   * A new generator keyed from the operating system's entropy; output is AES-128 in counter mode.
   */
  static Randomness secure() {
    return KeystreamRandomness.fresh();
  }

  /** A generator that gives the same stream for the same seed. Not for secrets. */
  static Randomness insecure(long seed) {
    return KeystreamRandomness.seeded(seed);
  }
}
