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

/** What undoes {@link ForwardStages}. Stateless. */
final class InverseStages {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private InverseStages() {}

  /** Undoes {@link ForwardStages#quads}, times 4. */
  static void quads(Lines source, Lines target, Quads quads, TransformTable table) {
    double[] w1 = table.factors(quads.stage(), true);
    double[] w2 = table.factors(quads.stage() + 1, true);
    DoubleVector magic = Spread.of(Modulus.ROUNDING);
    DoubleVector prime = Spread.of(table.modulus().value());
    DoubleVector minus = Spread.of(-table.modulus().value());
    DoubleVector inverse = Spread.of(table.modulus().reciprocal());
    double[] x = source.entries();
    double[] z = target.entries();
    int out = target.first();
    int step = target.step();
    int f = quads.begin();
    int g = f + quads.quarter();
    for (int i = 0; i < quads.end() - f; i += LANES) {
      DoubleVector w = load(w2, f + i);
      DoubleVector t = load(x, source.first() + source.step() + i);
      t = times(t, w, prime, minus, magic, inverse);
      DoubleVector y = reduced(load(x, source.first() + i), minus, magic, inverse);
      DoubleVector a = y.add(t);
      DoubleVector b = y.sub(t);
      y = load(x, source.first() + 2 * source.step() + i);
      t = load(x, source.first() + 3 * source.step() + i);
      t = times(t, w, prime, minus, magic, inverse);
      DoubleVector c = times(y.add(t), load(w1, f + i), prime, minus, magic, inverse);
      a.add(c).intoArray(z, out + i);
      a.sub(c).intoArray(z, out + 2 * step + i);
      w = DoubleVector.fromArray(SPECIES, w1, g + i);
      c = times(y.sub(t), w, prime, minus, magic, inverse);
      b.add(c).intoArray(z, out + step + i);
      b.sub(c).intoArray(z, out + 3 * step + i);
    }
  }

  /** Undoes {@link ForwardStages#pairs}, times 2. */
  static void pairs(double[] x, int from, int to, TransformTable table) {
    DoubleVector w = load(table.factors(table.stage(2 * LANES), true), 0);
    DoubleVector magic = Spread.of(Modulus.ROUNDING);
    DoubleVector prime = Spread.of(table.modulus().value());
    DoubleVector minus = Spread.of(-table.modulus().value());
    DoubleVector inverse = Spread.of(table.modulus().reciprocal());
    for (int j = from; j < to; j += 2 * LANES) {
      DoubleVector u = reduced(load(x, j), minus, magic, inverse);
      DoubleVector v = load(x, j + LANES);
      v = prepared(v, w, w.mul(inverse), prime, minus, magic);
      u.add(v).intoArray(x, j);
      u.sub(v).intoArray(x, j + LANES);
    }
  }

  private static DoubleVector load(double[] array, int index) {
    return DoubleVector.fromArray(SPECIES, array, index);
  }
}
