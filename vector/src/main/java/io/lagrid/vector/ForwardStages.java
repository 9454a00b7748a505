package io.lagrid.vector;

import static io.lagrid.vector.VectorTransform.prepared;
import static io.lagrid.vector.VectorTransform.reduced;
import static io.lagrid.vector.VectorTransform.times;

import io.lagrid.algebra.transform.Lines;
import io.lagrid.algebra.transform.Modulus;
import io.lagrid.algebra.transform.TransformTable;
import io.lagrid.vector.VectorTransform.Quads;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Stages of forward transforms, two at a time, and one. Stateless. */
final class ForwardStages {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private ForwardStages() {}

  /**
   * Two stages of one block, from four lines to four, which may be the same. The last products are
   * written out: a compiler that has seen so much inlines no further method, and vectors handed to
   * one that it does not inline cost tenfold. There is one counter, because with more of them it
   * checks every index in every round.
   */
  static void quads(Lines source, Lines target, Quads quads, TransformTable table) {
    double[] w1 = table.factors(quads.stage(), false);
    double[] w2 = table.factors(quads.stage() + 1, false);
    DoubleVector magic = Spread.of(Modulus.ROUNDING);
    DoubleVector prime = Spread.of(table.modulus().value());
    DoubleVector minus = Spread.of(-table.modulus().value());
    DoubleVector inverse = Spread.of(table.modulus().reciprocal());
    double[] y = target.entries();
    int out = target.first();
    int step = target.step();
    int f = quads.begin();
    for (int i = 0; i < quads.end() - f; i += LANES) {
      DoubleVector x0 = load(source.entries(), source.first() + i);
      DoubleVector x1 = load(source.entries(), source.first() + source.step() + i);
      DoubleVector x2 = load(source.entries(), source.first() + 2 * source.step() + i);
      DoubleVector x3 = load(source.entries(), source.first() + 3 * source.step() + i);
      DoubleVector a = times(x0.sub(x2), load(w1, f + i), prime, minus, magic, inverse);
      DoubleVector w = load(w1, quads.quarter() + f + i);
      DoubleVector b = times(x1.sub(x3), w, prime, minus, magic, inverse);
      x0 = x0.add(x2);
      x1 = x1.add(x3);
      reduced(x0.add(x1), minus, magic, inverse).intoArray(y, out + i);
      a.add(b).intoArray(y, out + 2 * step + i);
      w = DoubleVector.fromArray(SPECIES, w2, f + i);
      a = a.sub(b);
      x0 = x0.sub(x1);
      b = a.mul(w).fma(inverse, magic).sub(magic);
      x1 = x0.mul(w).fma(inverse, magic).sub(magic);
      x0.fma(w, x1.mul(minus)).sub(x1.fma(prime, x1.mul(minus))).intoArray(y, out + step + i);
      a.fma(w, b.mul(minus)).sub(b.fma(prime, b.mul(minus))).intoArray(y, out + 3 * step + i);
    }
  }

  /**
   * Two stages of neighbouring short blocks, from entry {@code begin} on and before {@code end},
   * all blocks with one factor before the next.
   */
  static void columns(double[] x, Quads quads, TransformTable table) {
    double[] w1 = table.factors(quads.stage(), false);
    double[] w2 = table.factors(quads.stage() + 1, false);
    DoubleVector magic = Spread.of(Modulus.ROUNDING);
    DoubleVector prime = Spread.of(table.modulus().value());
    DoubleVector minus = Spread.of(-table.modulus().value());
    DoubleVector inverse = Spread.of(table.modulus().reciprocal());
    int quarter = quads.quarter();
    for (int j = 0; j < quarter; j += LANES) {
      DoubleVector u = load(w1, j);
      DoubleVector v = load(w1, quarter + j);
      DoubleVector w = load(w2, j);
      for (int at = quads.begin() + j; at < quads.end(); at += 4 * quarter) {
        DoubleVector x0 = load(x, at);
        DoubleVector x1 = load(x, at + quarter);
        DoubleVector x2 = load(x, at + 2 * quarter);
        DoubleVector x3 = load(x, at + 3 * quarter);
        DoubleVector a = prepared(x0.sub(x2), u, u.mul(inverse), prime, minus, magic);
        DoubleVector b = prepared(x1.sub(x3), v, v.mul(inverse), prime, minus, magic);
        x0 = x0.add(x2);
        x1 = x1.add(x3);
        reduced(x0.add(x1), minus, magic, inverse).intoArray(x, at);
        a.add(b).intoArray(x, at + 2 * quarter);
        x0 = x0.sub(x1);
        a = a.sub(b);
        x1 = x0.fma(w.mul(inverse), magic).sub(magic);
        b = a.fma(w.mul(inverse), magic).sub(magic);
        x0.fma(w, x1.mul(minus)).sub(x1.fma(prime, x1.mul(minus))).intoArray(x, at + quarter);
        a.fma(w, b.mul(minus)).sub(b.fma(prime, b.mul(minus))).intoArray(x, at + 3 * quarter);
      }
    }
  }

  /** The stage of blocks of two vectors; sums are left to later stages to reduce. */
  static void pairs(double[] x, int from, int to, TransformTable table) {
    DoubleVector w = load(table.factors(table.stage(2 * LANES), false), 0);
    DoubleVector magic = Spread.of(Modulus.ROUNDING);
    DoubleVector prime = Spread.of(table.modulus().value());
    DoubleVector minus = Spread.of(-table.modulus().value());
    DoubleVector inverse = Spread.of(table.modulus().reciprocal());
    for (int j = from; j < to; j += 2 * LANES) {
      DoubleVector u = load(x, j);
      DoubleVector v = load(x, j + LANES);
      u.add(v).intoArray(x, j);
      prepared(u.sub(v), w, w.mul(inverse), prime, minus, magic).intoArray(x, j + LANES);
    }
  }

  private static DoubleVector load(double[] array, int index) {
    return DoubleVector.fromArray(SPECIES, array, index);
  }
}
