package io.lagrid.vector;

import io.lagrid.algebra.transform.Modulus;
import io.lagrid.algebra.transform.TransformTable;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The last stages of a transform, whose butterflies lie within one vector: v is exchanged with its
 * partner, added to it or subtracted from it by sign, and multiplied by a factor that is 1 in the
 * lower halves. Vectors of eight lanes do their three stages in one pass. Sequences shorter than a
 * vector are done one butterfly after the other.
 *
 * <p>One method for both ways would be too large for the compiler to inline all of it, and then
 * several times slower.
 */
final class Lanes {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final VectorShuffle<Double> BY_FOUR = exchange(4);
  private static final VectorShuffle<Double> BY_TWO = exchange(2);
  private static final VectorShuffle<Double> BY_ONE = exchange(1);

  private Lanes() {}

  private static VectorShuffle<Double> exchange(int half) {
    int distance = Math.min(half, LANES / 2);
    return VectorShuffle.fromOp(SPECIES, i -> i ^ distance);
  }

  /** The factors of one stage, lane by lane. */
  private static double[] factors(int half, boolean inverse, TransformTable table) {
    double[] factors = new double[LANES];
    double[] stage = table.factors(table.stage(2 * half), inverse);
    for (int i = 0; i < LANES; i++) {
      factors[i] = (i & half) == 0 ? 1 : stage[i & (half - 1)];
    }
    return factors;
  }

  /** 1 in the lower halves, −1 in the upper ones. */
  private static double[] signs(int half) {
    double[] signs = new double[LANES];
    for (int i = 0; i < LANES; i++) {
      signs[i] = (i & half) == 0 ? 1 : -1;
    }
    return signs;
  }

  /** Stages with blocks of {@code block} entries, at most a vector, and less. */
  static void forward(double[] x, int from, int to, int block, TransformTable table) {
    if (block == 8 && LANES == 8) {
      forwardEight(x, from, to, table);
      return;
    }
    for (int half = block / 2; half >= 1; half /= 2) {
      if (block < LANES) {
        scalarForward(x, from, to, half, table);
      } else {
        forwardStage(x, from, to, half, table);
      }
    }
  }

  /** The same stages backwards. */
  static void inverse(double[] x, int from, int to, int block, TransformTable table) {
    if (block == 8 && LANES == 8) {
      inverseEight(x, from, to, table);
      return;
    }
    for (int half = 1; half < block; half *= 2) {
      if (block < LANES) {
        scalarInverse(x, from, to, half, table);
      } else {
        inverseStage(x, from, to, half, table);
      }
    }
  }

  private static void forwardEight(double[] x, int from, int to, TransformTable table) {
    DoubleVector magic = Spread.of(Modulus.ROUNDING);
    DoubleVector prime = Spread.of(table.modulus().value());
    DoubleVector minus = Spread.of(-table.modulus().value());
    DoubleVector w4 = DoubleVector.fromArray(SPECIES, factors(4, false, table), 0);
    DoubleVector w2 = DoubleVector.fromArray(SPECIES, factors(2, false, table), 0);
    DoubleVector i4 = w4.mul(table.modulus().reciprocal());
    DoubleVector i2 = w2.mul(table.modulus().reciprocal());
    DoubleVector inverse = Spread.of(table.modulus().reciprocal());
    DoubleVector s4 = DoubleVector.fromArray(SPECIES, signs(4), 0);
    DoubleVector s2 = DoubleVector.fromArray(SPECIES, signs(2), 0);
    DoubleVector s1 = DoubleVector.fromArray(SPECIES, signs(1), 0);
    for (int j = from; j < to; j += LANES) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, j);
      v = v.fma(s4, v.rearrange(BY_FOUR));
      v = VectorTransform.prepared(v, w4, i4, prime, minus, magic);
      v = v.fma(s2, v.rearrange(BY_TWO));
      v = VectorTransform.prepared(v, w2, i2, prime, minus, magic);
      v = v.fma(s1, v.rearrange(BY_ONE));
      VectorTransform.reduced(v, minus, magic, inverse).intoArray(x, j);
    }
  }

  private static void inverseEight(double[] x, int from, int to, TransformTable table) {
    DoubleVector magic = Spread.of(Modulus.ROUNDING);
    DoubleVector prime = Spread.of(table.modulus().value());
    DoubleVector minus = Spread.of(-table.modulus().value());
    DoubleVector w4 = DoubleVector.fromArray(SPECIES, factors(4, true, table), 0);
    DoubleVector w2 = DoubleVector.fromArray(SPECIES, factors(2, true, table), 0);
    DoubleVector w1 = DoubleVector.fromArray(SPECIES, factors(1, true, table), 0);
    DoubleVector i4 = w4.mul(table.modulus().reciprocal());
    DoubleVector i2 = w2.mul(table.modulus().reciprocal());
    DoubleVector i1 = w1.mul(table.modulus().reciprocal());
    DoubleVector s4 = DoubleVector.fromArray(SPECIES, signs(4), 0);
    DoubleVector s2 = DoubleVector.fromArray(SPECIES, signs(2), 0);
    DoubleVector s1 = DoubleVector.fromArray(SPECIES, signs(1), 0);
    for (int j = from; j < to; j += LANES) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, j);
      v = VectorTransform.prepared(v, w1, i1, prime, minus, magic);
      v = v.fma(s1, v.rearrange(BY_ONE));
      v = VectorTransform.prepared(v, w2, i2, prime, minus, magic);
      v = v.fma(s2, v.rearrange(BY_TWO));
      v = VectorTransform.prepared(v, w4, i4, prime, minus, magic);
      v.fma(s4, v.rearrange(BY_FOUR)).intoArray(x, j);
    }
  }

  private static void forwardStage(double[] x, int from, int to, int half, TransformTable table) {
    VectorShuffle<Double> partner = half == 2 ? BY_TWO : BY_ONE;
    DoubleVector magic = Spread.of(Modulus.ROUNDING);
    DoubleVector prime = Spread.of(table.modulus().value());
    DoubleVector minus = Spread.of(-table.modulus().value());
    DoubleVector inverse = Spread.of(table.modulus().reciprocal());
    DoubleVector w = DoubleVector.fromArray(SPECIES, factors(half, false, table), 0);
    DoubleVector sign = DoubleVector.fromArray(SPECIES, signs(half), 0);
    for (int j = from; j < to; j += LANES) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, j);
      v = v.fma(sign, v.rearrange(partner));
      VectorTransform.times(v, w, prime, minus, magic, inverse).intoArray(x, j);
    }
  }

  private static void inverseStage(double[] x, int from, int to, int half, TransformTable table) {
    VectorShuffle<Double> partner = half == 2 ? BY_TWO : BY_ONE;
    DoubleVector magic = Spread.of(Modulus.ROUNDING);
    DoubleVector prime = Spread.of(table.modulus().value());
    DoubleVector minus = Spread.of(-table.modulus().value());
    DoubleVector inverse = Spread.of(table.modulus().reciprocal());
    DoubleVector w = DoubleVector.fromArray(SPECIES, factors(half, true, table), 0);
    DoubleVector sign = DoubleVector.fromArray(SPECIES, signs(half), 0);
    for (int j = from; j < to; j += LANES) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, j);
      v = VectorTransform.times(v, w, prime, minus, magic, inverse);
      v.fma(sign, v.rearrange(partner)).intoArray(x, j);
    }
  }

  private static void scalarForward(double[] x, int from, int to, int half, TransformTable table) {
    Modulus modulus = table.modulus();
    double[] w = table.factors(table.stage(2 * half), false);
    for (int i = from; i < to; i++) {
      if (((i - from) & half) == 0) {
        double u = x[i];
        double v = x[i + half];
        x[i] = modulus.reduce(u + v);
        x[i + half] = modulus.multiply(u - v, w[(i - from) & (half - 1)]);
      }
    }
  }

  private static void scalarInverse(double[] x, int from, int to, int half, TransformTable table) {
    Modulus modulus = table.modulus();
    double[] w = table.factors(table.stage(2 * half), true);
    for (int i = from; i < to; i++) {
      if (((i - from) & half) == 0) {
        double u = modulus.reduce(x[i]);
        double v = modulus.multiply(x[i + half], w[(i - from) & (half - 1)]);
        x[i] = u + v;
        x[i + half] = u - v;
      }
    }
  }
}
