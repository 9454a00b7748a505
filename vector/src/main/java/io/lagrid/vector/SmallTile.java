package io.lagrid.vector;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;

import io.lagrid.algebra.kernel.tile.Band;
import io.lagrid.algebra.kernel.tile.Rows;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Six rows by two vectors, for machines of 16 vector registers: 12 sums, two entries of the right
 * operand and one of the left. Otherwise like {@link LargeTile}. Immutable and thread-safe.
 */
final class SmallTile implements RegisterTile {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int ROWS = 6;
  private static final int COLUMNS = 2 * LANES;

  @Override
  public int rows() {
    return ROWS;
  }

  @Override
  public int combinedRows() {
    return ROWS;
  }

  @Override
  public int columns() {
    return COLUMNS;
  }

  @Override
  public void multiply(Band.Left left, Band.Right right, int strip, double[] sums) {
    double[] a = left.data();
    double[] b = right.data();
    int start = left.offset();
    int depth = right.depth();
    DoubleVector c00 = DoubleVector.zero(SPECIES);
    DoubleVector c01 = DoubleVector.zero(SPECIES);
    DoubleVector c10 = DoubleVector.zero(SPECIES);
    DoubleVector c11 = DoubleVector.zero(SPECIES);
    DoubleVector c20 = DoubleVector.zero(SPECIES);
    DoubleVector c21 = DoubleVector.zero(SPECIES);
    DoubleVector c30 = DoubleVector.zero(SPECIES);
    DoubleVector c31 = DoubleVector.zero(SPECIES);
    DoubleVector c40 = DoubleVector.zero(SPECIES);
    DoubleVector c41 = DoubleVector.zero(SPECIES);
    DoubleVector c50 = DoubleVector.zero(SPECIES);
    DoubleVector c51 = DoubleVector.zero(SPECIES);
    for (int k = 0; k < depth; k++) {
      int from = start + k * ROWS;
      int at = strip + k * COLUMNS;
      DoubleVector b0 = fromArray(SPECIES, b, at);
      DoubleVector b1 = fromArray(SPECIES, b, at + LANES);
      DoubleVector a0 = broadcast(SPECIES, a[from]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      DoubleVector a1 = broadcast(SPECIES, a[from + 1]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      DoubleVector a2 = broadcast(SPECIES, a[from + 2]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      DoubleVector a3 = broadcast(SPECIES, a[from + 3]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      DoubleVector a4 = broadcast(SPECIES, a[from + 4]);
      c40 = a4.fma(b0, c40);
      c41 = a4.fma(b1, c41);
      DoubleVector a5 = broadcast(SPECIES, a[from + 5]);
      c50 = a5.fma(b0, c50);
      c51 = a5.fma(b1, c51);
    }
    c00.intoArray(sums, 0);
    c01.intoArray(sums, LANES);
    c10.intoArray(sums, COLUMNS);
    c11.intoArray(sums, COLUMNS + LANES);
    c20.intoArray(sums, 2 * COLUMNS);
    c21.intoArray(sums, 2 * COLUMNS + LANES);
    c30.intoArray(sums, 3 * COLUMNS);
    c31.intoArray(sums, 3 * COLUMNS + LANES);
    c40.intoArray(sums, 4 * COLUMNS);
    c41.intoArray(sums, 4 * COLUMNS + LANES);
    c50.intoArray(sums, 5 * COLUMNS);
    c51.intoArray(sums, 5 * COLUMNS + LANES);
  }

  @Override
  public void combine(Band.Left left, Rows right, Rows target, int column) {
    double[] a = left.data();
    int start = left.offset();
    int depth = right.count();
    DoubleVector c00 = DoubleVector.zero(SPECIES);
    DoubleVector c01 = DoubleVector.zero(SPECIES);
    DoubleVector c10 = DoubleVector.zero(SPECIES);
    DoubleVector c11 = DoubleVector.zero(SPECIES);
    DoubleVector c20 = DoubleVector.zero(SPECIES);
    DoubleVector c21 = DoubleVector.zero(SPECIES);
    DoubleVector c30 = DoubleVector.zero(SPECIES);
    DoubleVector c31 = DoubleVector.zero(SPECIES);
    DoubleVector c40 = DoubleVector.zero(SPECIES);
    DoubleVector c41 = DoubleVector.zero(SPECIES);
    DoubleVector c50 = DoubleVector.zero(SPECIES);
    DoubleVector c51 = DoubleVector.zero(SPECIES);
    for (int k = 0; k < depth; k++) {
      double[] b = right.array(k);
      int from = start + k * ROWS;
      int at = right.offset(k) + column;
      DoubleVector b0 = fromArray(SPECIES, b, at);
      DoubleVector b1 = fromArray(SPECIES, b, at + LANES);
      DoubleVector a0 = broadcast(SPECIES, a[from]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      DoubleVector a1 = broadcast(SPECIES, a[from + 1]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      DoubleVector a2 = broadcast(SPECIES, a[from + 2]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      DoubleVector a3 = broadcast(SPECIES, a[from + 3]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      DoubleVector a4 = broadcast(SPECIES, a[from + 4]);
      c40 = a4.fma(b0, c40);
      c41 = a4.fma(b1, c41);
      DoubleVector a5 = broadcast(SPECIES, a[from + 5]);
      c50 = a5.fma(b0, c50);
      c51 = a5.fma(b1, c51);
    }
    double[] t0 = target.array(0);
    int to0 = target.offset(0) + column;
    c00.intoArray(t0, to0);
    c01.intoArray(t0, to0 + LANES);
    double[] t1 = target.array(1);
    int to1 = target.offset(1) + column;
    c10.intoArray(t1, to1);
    c11.intoArray(t1, to1 + LANES);
    double[] t2 = target.array(2);
    int to2 = target.offset(2) + column;
    c20.intoArray(t2, to2);
    c21.intoArray(t2, to2 + LANES);
    double[] t3 = target.array(3);
    int to3 = target.offset(3) + column;
    c30.intoArray(t3, to3);
    c31.intoArray(t3, to3 + LANES);
    double[] t4 = target.array(4);
    int to4 = target.offset(4) + column;
    c40.intoArray(t4, to4);
    c41.intoArray(t4, to4 + LANES);
    double[] t5 = target.array(5);
    int to5 = target.offset(5) + column;
    c50.intoArray(t5, to5);
    c51.intoArray(t5, to5 + LANES);
  }
}
