package io.lagrid.algebra.transform;

/**
 * What transforms of one length over one prime need: powers of a root of unity ω of order n, stage
 * by stage, forward and inverse. At stage s, of n/2^(s+1) butterflies a block, butterfly j has the
 * factor ω^(j·2^s).
 *
 * <p>Immutable and thread-safe, as long as nobody writes to its arrays; holds about 2n doubles.
 */
public final class TransformTable {

  private final Modulus modulus;
  private final int log;
  private final double root;
  private final double scale;
  private final double[][] factors;
  private final double[][] inverseFactors;

  /**
   * The table for length 2^log.
   *
   * @throws IllegalArgumentException if p − 1 is no multiple of 2^log
   */
  public TransformTable(Modulus modulus, int log) {
    this.modulus = modulus;
    this.log = log;
    this.root = modulus.root(log);
    this.scale = modulus.inverse(modulus.reduce((double) (1L << log)));
    this.factors = stages(root);
    this.inverseFactors = stages(modulus.inverse(root));
  }

  private double[][] stages(double base) {
    double[][] stages = new double[log][];
    for (int s = 0; s < log; s++) {
      stages[s] = new double[1 << (log - 1 - s)];
    }
    double power = 1;
    for (int j = 0; log > 0 && j < stages[0].length; j++) {
      stages[0][j] = power;
      power = modulus.reduce(modulus.multiply(power, base));
    }
    for (int s = 1; s < log; s++) {
      for (int j = 0; j < stages[s].length; j++) {
        stages[s][j] = stages[s - 1][2 * j];
      }
    }
    return stages;
  }

  /** The prime. */
  public Modulus modulus() {
    return modulus;
  }

  /** log2 of the length. */
  public int log() {
    return log;
  }

  /** The length n. */
  public int length() {
    return 1 << log;
  }

  /** The stage whose blocks have so many entries, a power of two up to n. */
  public int stage(int block) {
    return log - Integer.numberOfTrailingZeros(block);
  }

  /**
   * Checks that a sequence can be transformed into a target.
   *
   * @throws IllegalArgumentException if the sequence has more than n entries or the target not n
   */
  public void check(double[] source, double[] target) {
    if (source.length > length() || target.length != length()) {
      throw new IllegalArgumentException(
          "a transform of length %d from %d entries to %d; at most %d and exactly %d are legal"
              .formatted(length(), source.length, target.length, length(), length()));
    }
  }

  /** ω, of order n. */
  public double root() {
    return root;
  }

  /** 1/n. */
  public double scale() {
    return scale;
  }

  /** The factors of stage s, forward or inverse; do not modify. */
  public double[] factors(int stage, boolean inverse) {
    return (inverse ? inverseFactors : factors)[stage];
  }
}
