package io.lagrid.vector;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;

import io.lagrid.algebra.kernel.tile.Band;
import io.lagrid.algebra.kernel.tile.Rows;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Six rows by four vectors, for machines of 32 vector registers: 24 sums, four entries of the right
 * operand and one of the left. Every iteration does 24 multiply–adds and 10 loads. Rows are
 * combined in place by four: that is bound by memory, and more numbers of rows are multiples of
 * four.
 *
 * <p>A register is a local variable, so the text is as long as the tile is large: loops over arrays
 * of vectors, or vectors passed to methods, are not kept in registers. Immutable and thread-safe.
 */
final class LargeTile implements RegisterTile {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int ROWS = 6;
  private static final int COMBINED = 4;
  private static final int COLUMNS = 4 * LANES;

  @Override
  public int rows() {
    return ROWS;
  }

  @Override
  public int combinedRows() {
    return COMBINED;
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
    DoubleVector c02 = DoubleVector.zero(SPECIES);
    DoubleVector c03 = DoubleVector.zero(SPECIES);
    DoubleVector c10 = DoubleVector.zero(SPECIES);
    DoubleVector c11 = DoubleVector.zero(SPECIES);
    DoubleVector c12 = DoubleVector.zero(SPECIES);
    DoubleVector c13 = DoubleVector.zero(SPECIES);
    DoubleVector c20 = DoubleVector.zero(SPECIES);
    DoubleVector c21 = DoubleVector.zero(SPECIES);
    DoubleVector c22 = DoubleVector.zero(SPECIES);
    DoubleVector c23 = DoubleVector.zero(SPECIES);
    DoubleVector c30 = DoubleVector.zero(SPECIES);
    DoubleVector c31 = DoubleVector.zero(SPECIES);
    DoubleVector c32 = DoubleVector.zero(SPECIES);
    DoubleVector c33 = DoubleVector.zero(SPECIES);
    DoubleVector c40 = DoubleVector.zero(SPECIES);
    DoubleVector c41 = DoubleVector.zero(SPECIES);
    DoubleVector c42 = DoubleVector.zero(SPECIES);
    DoubleVector c43 = DoubleVector.zero(SPECIES);
    DoubleVector c50 = DoubleVector.zero(SPECIES);
    DoubleVector c51 = DoubleVector.zero(SPECIES);
    DoubleVector c52 = DoubleVector.zero(SPECIES);
    DoubleVector c53 = DoubleVector.zero(SPECIES);
    for (int k = 0; k < depth; k++) {
      int from = start + k * ROWS;
      int at = strip + k * COLUMNS;
      DoubleVector b0 = fromArray(SPECIES, b, at);
      DoubleVector b1 = fromArray(SPECIES, b, at + LANES);
      DoubleVector b2 = fromArray(SPECIES, b, at + 2 * LANES);
      DoubleVector b3 = fromArray(SPECIES, b, at + 3 * LANES);
      DoubleVector a0 = broadcast(SPECIES, a[from]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      c02 = a0.fma(b2, c02);
      c03 = a0.fma(b3, c03);
      DoubleVector a1 = broadcast(SPECIES, a[from + 1]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      c12 = a1.fma(b2, c12);
      c13 = a1.fma(b3, c13);
      DoubleVector a2 = broadcast(SPECIES, a[from + 2]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      c22 = a2.fma(b2, c22);
      c23 = a2.fma(b3, c23);
      DoubleVector a3 = broadcast(SPECIES, a[from + 3]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      c32 = a3.fma(b2, c32);
      c33 = a3.fma(b3, c33);
      DoubleVector a4 = broadcast(SPECIES, a[from + 4]);
      c40 = a4.fma(b0, c40);
      c41 = a4.fma(b1, c41);
      c42 = a4.fma(b2, c42);
      c43 = a4.fma(b3, c43);
      DoubleVector a5 = broadcast(SPECIES, a[from + 5]);
      c50 = a5.fma(b0, c50);
      c51 = a5.fma(b1, c51);
      c52 = a5.fma(b2, c52);
      c53 = a5.fma(b3, c53);
    }
    c00.intoArray(sums, 0);
    c01.intoArray(sums, LANES);
    c02.intoArray(sums, 2 * LANES);
    c03.intoArray(sums, 3 * LANES);
    c10.intoArray(sums, COLUMNS);
    c11.intoArray(sums, COLUMNS + LANES);
    c12.intoArray(sums, COLUMNS + 2 * LANES);
    c13.intoArray(sums, COLUMNS + 3 * LANES);
    c20.intoArray(sums, 2 * COLUMNS);
    c21.intoArray(sums, 2 * COLUMNS + LANES);
    c22.intoArray(sums, 2 * COLUMNS + 2 * LANES);
    c23.intoArray(sums, 2 * COLUMNS + 3 * LANES);
    c30.intoArray(sums, 3 * COLUMNS);
    c31.intoArray(sums, 3 * COLUMNS + LANES);
    c32.intoArray(sums, 3 * COLUMNS + 2 * LANES);
    c33.intoArray(sums, 3 * COLUMNS + 3 * LANES);
    c40.intoArray(sums, 4 * COLUMNS);
    c41.intoArray(sums, 4 * COLUMNS + LANES);
    c42.intoArray(sums, 4 * COLUMNS + 2 * LANES);
    c43.intoArray(sums, 4 * COLUMNS + 3 * LANES);
    c50.intoArray(sums, 5 * COLUMNS);
    c51.intoArray(sums, 5 * COLUMNS + LANES);
    c52.intoArray(sums, 5 * COLUMNS + 2 * LANES);
    c53.intoArray(sums, 5 * COLUMNS + 3 * LANES);
  }

  @Override
  public void combine(Band.Left left, Rows right, Rows target, int column) {
    double[] a = left.data();
    int start = left.offset();
    int depth = right.count();
    DoubleVector c00 = DoubleVector.zero(SPECIES);
    DoubleVector c01 = DoubleVector.zero(SPECIES);
    DoubleVector c02 = DoubleVector.zero(SPECIES);
    DoubleVector c03 = DoubleVector.zero(SPECIES);
    DoubleVector c10 = DoubleVector.zero(SPECIES);
    DoubleVector c11 = DoubleVector.zero(SPECIES);
    DoubleVector c12 = DoubleVector.zero(SPECIES);
    DoubleVector c13 = DoubleVector.zero(SPECIES);
    DoubleVector c20 = DoubleVector.zero(SPECIES);
    DoubleVector c21 = DoubleVector.zero(SPECIES);
    DoubleVector c22 = DoubleVector.zero(SPECIES);
    DoubleVector c23 = DoubleVector.zero(SPECIES);
    DoubleVector c30 = DoubleVector.zero(SPECIES);
    DoubleVector c31 = DoubleVector.zero(SPECIES);
    DoubleVector c32 = DoubleVector.zero(SPECIES);
    DoubleVector c33 = DoubleVector.zero(SPECIES);
    for (int k = 0; k < depth; k++) {
      double[] b = right.array(k);
      int from = start + k * COMBINED;
      int at = right.offset(k) + column;
      DoubleVector b0 = fromArray(SPECIES, b, at);
      DoubleVector b1 = fromArray(SPECIES, b, at + LANES);
      DoubleVector b2 = fromArray(SPECIES, b, at + 2 * LANES);
      DoubleVector b3 = fromArray(SPECIES, b, at + 3 * LANES);
      DoubleVector a0 = broadcast(SPECIES, a[from]);
      c00 = a0.fma(b0, c00);
      c01 = a0.fma(b1, c01);
      c02 = a0.fma(b2, c02);
      c03 = a0.fma(b3, c03);
      DoubleVector a1 = broadcast(SPECIES, a[from + 1]);
      c10 = a1.fma(b0, c10);
      c11 = a1.fma(b1, c11);
      c12 = a1.fma(b2, c12);
      c13 = a1.fma(b3, c13);
      DoubleVector a2 = broadcast(SPECIES, a[from + 2]);
      c20 = a2.fma(b0, c20);
      c21 = a2.fma(b1, c21);
      c22 = a2.fma(b2, c22);
      c23 = a2.fma(b3, c23);
      DoubleVector a3 = broadcast(SPECIES, a[from + 3]);
      c30 = a3.fma(b0, c30);
      c31 = a3.fma(b1, c31);
      c32 = a3.fma(b2, c32);
      c33 = a3.fma(b3, c33);
    }
    double[] t0 = target.array(0);
    int to0 = target.offset(0) + column;
    c00.intoArray(t0, to0);
    c01.intoArray(t0, to0 + LANES);
    c02.intoArray(t0, to0 + 2 * LANES);
    c03.intoArray(t0, to0 + 3 * LANES);
    double[] t1 = target.array(1);
    int to1 = target.offset(1) + column;
    c10.intoArray(t1, to1);
    c11.intoArray(t1, to1 + LANES);
    c12.intoArray(t1, to1 + 2 * LANES);
    c13.intoArray(t1, to1 + 3 * LANES);
    double[] t2 = target.array(2);
    int to2 = target.offset(2) + column;
    c20.intoArray(t2, to2);
    c21.intoArray(t2, to2 + LANES);
    c22.intoArray(t2, to2 + 2 * LANES);
    c23.intoArray(t2, to2 + 3 * LANES);
    double[] t3 = target.array(3);
    int to3 = target.offset(3) + column;
    c30.intoArray(t3, to3);
    c31.intoArray(t3, to3 + LANES);
    c32.intoArray(t3, to3 + 2 * LANES);
    c33.intoArray(t3, to3 + 3 * LANES);
  }
}
