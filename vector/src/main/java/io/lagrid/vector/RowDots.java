package io.lagrid.vector;

import static jdk.incubator.vector.DoubleVector.fromArray;

import io.lagrid.algebra.kernel.tile.Stripe;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Inner products of rows, four rows at a time against the same row. */
final class RowDots {
  private RowDots() {}

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /** See {@link io.lagrid.algebra.kernel.tile.TileKernel#dots}. */
  static void dots(Stripe left, Stripe right, double[] sums) {
    for (int j = 0; j < right.rows(); j++) {
      int i = 0;
      for (; i + 4 <= left.rows(); i += 4) {
        fourDots(left, i, right, j, sums);
      }
      for (; i < left.rows(); i++) {
        sums[j * left.rows() + i] = dot(left, i, right, j);
      }
    }
  }

  private static void fourDots(Stripe left, int i, Stripe right, int j, double[] sums) {
    double[] a = left.data();
    double[] b = right.data();
    int start0 = left.start(i);
    int start1 = start0 + left.stride();
    int start2 = start1 + left.stride();
    int start3 = start2 + left.stride();
    int other = right.start(j);
    int whole = SPECIES.loopBound(left.length());
    DoubleVector sum0 = DoubleVector.zero(SPECIES);
    DoubleVector sum1 = DoubleVector.zero(SPECIES);
    DoubleVector sum2 = DoubleVector.zero(SPECIES);
    DoubleVector sum3 = DoubleVector.zero(SPECIES);
    for (int k = 0; k < whole; k += LANES) {
      DoubleVector x = fromArray(SPECIES, b, other + k);
      sum0 = fromArray(SPECIES, a, start0 + k).fma(x, sum0);
      sum1 = fromArray(SPECIES, a, start1 + k).fma(x, sum1);
      sum2 = fromArray(SPECIES, a, start2 + k).fma(x, sum2);
      sum3 = fromArray(SPECIES, a, start3 + k).fma(x, sum3);
    }
    int at = j * left.rows() + i;
    sums[at] = sum0.reduceLanes(VectorOperators.ADD) + tail(left, i, right, j, whole);
    sums[at + 1] = sum1.reduceLanes(VectorOperators.ADD) + tail(left, i + 1, right, j, whole);
    sums[at + 2] = sum2.reduceLanes(VectorOperators.ADD) + tail(left, i + 2, right, j, whole);
    sums[at + 3] = sum3.reduceLanes(VectorOperators.ADD) + tail(left, i + 3, right, j, whole);
  }

  private static double dot(Stripe left, int i, Stripe right, int j) {
    int whole = SPECIES.loopBound(left.length());
    DoubleVector sum = DoubleVector.zero(SPECIES);
    for (int k = 0; k < whole; k += LANES) {
      DoubleVector x = fromArray(SPECIES, right.data(), right.start(j) + k);
      sum = fromArray(SPECIES, left.data(), left.start(i) + k).fma(x, sum);
    }
    return sum.reduceLanes(VectorOperators.ADD) + tail(left, i, right, j, whole);
  }

  private static double tail(Stripe left, int i, Stripe right, int j, int from) {
    double sum = 0;
    for (int k = from; k < left.length(); k++) {
      double x = right.data()[right.start(j) + k];
      sum = Math.fma(left.data()[left.start(i) + k], x, sum);
    }
    return sum;
  }
}
