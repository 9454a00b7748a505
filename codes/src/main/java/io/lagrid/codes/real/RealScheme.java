package io.lagrid.codes.real;

import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductGrid;

/** The product codes over the reals: name, recovery threshold, and the partitions they allow. */
@SuppressWarnings("ImmutableEnumChecker") // a partition is a record of numbers
public enum RealScheme {
  /** {@link OrthoMatdotCode}: cuts the shared side. */
  ORTHOMATDOT("orthomatdot", new Partition(Integer.MAX_VALUE, 1, 1)) {
    @Override
    long threshold(int workers, long batch, Partition cut, int colluders) {
      return 2L * cut.p() - 1;
    }
  },
  /** {@link OrthoPolynomialCode}: cuts rows of A and columns of B. */
  ORTHOPOLY("orthopoly", new Partition(1, Integer.MAX_VALUE, Integer.MAX_VALUE)) {
    @Override
    long threshold(int workers, long batch, Partition cut, int colluders) {
      return cut.blockProducts();
    }
  },
  /** {@link LagrangeChebyshevCode}: any cut, and batches. */
  LAGRANGE_CHEBYSHEV(
      "lagrange-chebyshev",
      new Partition(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE)) {
    @Override
    long threshold(int workers, long batch, Partition cut, int colluders) {
      return 2 * batch * cut.blockProducts() - 1;
    }
  },
  /** {@link RotationCode}: cuts rows of A and columns of B, each in pairs of blocks. */
  ROTATION("rotation", new Partition(1, Integer.MAX_VALUE, Integer.MAX_VALUE)) {
    @Override
    long threshold(int workers, long batch, Partition cut, int colluders) {
      return pairs(cut.m()) * pairs(cut.n());
    }
  },
  /** {@link CirculantCode}: cuts rows of A, in groups of one less than a prime. */
  CIRCULANT("circulant", Partition.ANY_ROWS) {
    @Override
    long threshold(int workers, long batch, Partition cut, int colluders) {
      int group = smallestPrime(workers) - 1;
      return (cut.m() + group - 1L) / group;
    }
  },
  /** {@link AnalogLagrangeCode}: any cut, and batches; hides data by Gaussian noise. */
  ANALOG_LAGRANGE(
      "analog-lcc", new Partition(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE)) {
    @Override
    long threshold(int workers, long batch, Partition cut, int colluders) {
      return 2 * (batch * cut.blockProducts() + colluders) - 1;
    }
  };

  private final String code;
  private final Partition largest;

  RealScheme(String code, Partition largest) {
    this.code = code;
    this.largest = largest;
  }

  /** R for one of this scheme's partitions. */
  abstract long threshold(int workers, long batch, Partition cut, int colluders);

  /** R for one of this scheme's grids. */
  long threshold(int workers, ProductGrid grid, int colluders) {
    return threshold(workers, grid.batch(), grid.partition(), colluders);
  }

  /** The code's name, as {@code lagrid codes} lists it. */
  public String code() {
    return code;
  }

  /** The largest counts of a partition. */
  Partition largest() {
    return largest;
  }

  /** Whether several products are coded together. */
  boolean batches() {
    return this == LAGRANGE_CHEBYSHEV || this == ANALOG_LAGRANGE;
  }

  /** Whether data can be hidden, up to a stated number of bits. */
  boolean hides() {
    return this == ANALOG_LAGRANGE;
  }

  boolean allows(Partition cut) {
    return cut.p() <= largest.p() && cut.m() <= largest.m() && cut.n() <= largest.n();
  }

  /** How many pairs an operand of so many blocks is coded in; one that is not cut is sent whole. */
  static long pairs(int blocks) {
    return (blocks + 1L) / 2;
  }

  /** The smallest odd prime that is at least {@code least}. */
  static int smallestPrime(int least) {
    int candidate = Math.max(3, least | 1);
    while (!isPrime(candidate)) {
      candidate += 2;
    }
    return candidate;
  }

  private static boolean isPrime(int odd) {
    for (int divisor = 3; divisor <= odd / divisor; divisor += 2) {
      if (odd % divisor == 0) {
        return false;
      }
    }
    return true;
  }
}
