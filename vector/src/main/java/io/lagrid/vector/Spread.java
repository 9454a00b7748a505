package io.lagrid.vector;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * One number in all lanes, for loops. A plain broadcast is made again by HotSpot wherever it is
 * used, also in the innermost loop, where it takes the place of an addition; a product is not.
 */
final class Spread {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final double[] ONES = new double[SPECIES.length()];

  static {
    Arrays.fill(ONES, 1);
  }

  private Spread() {}

  /** The number, as often as a vector has lanes. */
  static DoubleVector of(double value) {
    return DoubleVector.fromArray(SPECIES, ONES, 0).mul(value);
  }
}
