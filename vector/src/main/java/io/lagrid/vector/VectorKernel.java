package io.lagrid.vector;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;

import io.lagrid.algebra.kernel.Band;
import io.lagrid.algebra.kernel.Stripe;
import io.lagrid.algebra.kernel.TileKernel;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * A register tile of four rows by three vectors.
 *
 * <p>Immutable and thread-safe.
 */
final class VectorKernel implements TileKernel {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int ROWS = 4;
  private static final int COLUMNS = 3 * LANES;

  @Override
  public int rows() {
    return ROWS;
  }

  @Override
  public int columns() {
    return COLUMNS;
  }

  @Override
  public void multiply(Band band) {
    double[] tile = new double[ROWS * COLUMNS];
    Band.Left left = band.left();
    Band.Right right = band.right();
    for (int column = 0; column < right.columns(); column += COLUMNS) {
      int strip = column * right.depth();
      accumulate(left.data(), left.offset(), right.data(), strip, right.depth(), tile);
      TileWriter.write(tile, COLUMNS, band, column);
    }
  }

  private static void accumulate(
      double[] a, int aOffset, double[] b, int bOffset, int depth, double[] tile) {
    DoubleVector c00 = DoubleVector.zero(SPECIES);
    DoubleVector c01 = DoubleVector.zero(SPECIES);
    DoubleVector c02 = DoubleVector.zero(SPECIES);
    DoubleVector c10 = DoubleVector.zero(SPECIES);
    DoubleVector c11 = DoubleVector.zero(SPECIES);
    DoubleVector c12 = DoubleVector.zero(SPECIES);
    DoubleVector c20 = DoubleVector.zero(SPECIES);
    DoubleVector c21 = DoubleVector.zero(SPECIES);
    DoubleVector c22 = DoubleVector.zero(SPECIES);
    DoubleVector c30 = DoubleVector.zero(SPECIES);
    DoubleVector c31 = DoubleVector.zero(SPECIES);
    DoubleVector c32 = DoubleVector.zero(SPECIES);
    for (int k = 0; k < depth; k++) {
      DoubleVector b0 = fromArray(SPECIES, b, bOffset + k * COLUMNS);
      DoubleVector b1 = fromArray(SPECIES, b, bOffset + k * COLUMNS + LANES);
      DoubleVector b2 = fromArray(SPECIES, b, bOffset + k * COLUMNS + 2 * LANES);
      DoubleVector a0 = broadcast(SPECIES, a[aOffset + k * ROWS]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      c02 = a0.fma(b2, c02);
      DoubleVector a1 = broadcast(SPECIES, a[aOffset + k * ROWS + 1]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      c12 = a1.fma(b2, c12);
      DoubleVector a2 = broadcast(SPECIES, a[aOffset + k * ROWS + 2]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      c22 = a2.fma(b2, c22);
      DoubleVector a3 = broadcast(SPECIES, a[aOffset + k * ROWS + 3]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      c32 = a3.fma(b2, c32);
    }
    c00.intoArray(tile, 0);
    c01.intoArray(tile, LANES);
    c02.intoArray(tile, 2 * LANES);
    c10.intoArray(tile, COLUMNS);
    c11.intoArray(tile, COLUMNS + LANES);
    c12.intoArray(tile, COLUMNS + 2 * LANES);
    c20.intoArray(tile, 2 * COLUMNS);
    c21.intoArray(tile, 2 * COLUMNS + LANES);
    c22.intoArray(tile, 2 * COLUMNS + 2 * LANES);
    c30.intoArray(tile, 3 * COLUMNS);
    c31.intoArray(tile, 3 * COLUMNS + LANES);
    c32.intoArray(tile, 3 * COLUMNS + 2 * LANES);
  }

  @Override
  public void dots(Stripe left, Stripe right, double[] sums) {
    for (int j = 0; j < right.rows(); j++) {
      int i = 0;
      for (; i + ROWS <= left.rows(); i += ROWS) {
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
