package io.lagrid.vector;

import io.lagrid.algebra.transform.Modulus;
import io.lagrid.algebra.transform.TransformTable;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The last stages of a transform, whose butterflies lie within one vector: v is exchanged with its
 * partner, added to it or subtracted from it by sign, and multiplied by a factor that is 1 in the
 * lower halves. Sequences shorter than a vector are done one butterfly after the other.
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

  /** Factors, their quotients and signs of one stage, lane by lane. */
  private record Constants(double[] factors, double[] quotients, double[] signs) {

    static Constants of(int half, boolean inverse, TransformTable table) {
      int stage = table.log() - 1 - Integer.numberOfTrailingZeros(half);
      double[] factors = new double[LANES];
      double[] quotients = new double[LANES];
      double[] signs = new double[LANES];
      for (int i = 0; i < LANES; i++) {
        boolean lower = (i & half) == 0;
        int j = i & (half - 1);
        factors[i] = lower ? 1 : table.factors(stage, inverse)[j];
        quotients[i] = lower ? table.modulus().reciprocal() : table.quotients(stage, inverse)[j];
        signs[i] = lower ? 1 : -1;
      }
      return new Constants(factors, quotients, signs);
    }
  }

  /** Stages with blocks of {@code block} entries, at most a vector, and less. */
  static void forward(double[] x, int from, int to, int block, TransformTable table) {
    for (int half = block / 2; half >= 1; half /= 2) {
      if (block < LANES) {
        scalarForward(x, from, to, half, table);
        continue;
      }
      Constants c = Constants.of(half, false, table);
      double modulus = table.modulus().value();
      switch (half) {
        case 4 -> forwardFour(x, from, to, c, modulus);
        case 2 -> forwardTwo(x, from, to, c, modulus);
        default -> forwardOne(x, from, to, c, modulus);
      }
    }
  }

  /** The same stages backwards. */
  static void inverse(double[] x, int from, int to, int block, TransformTable table) {
    for (int half = 1; half < block; half *= 2) {
      if (block < LANES) {
        scalarInverse(x, from, to, half, table);
        continue;
      }
      Constants c = Constants.of(half, true, table);
      double modulus = table.modulus().value();
      switch (half) {
        case 4 -> inverseFour(x, from, to, c, modulus);
        case 2 -> inverseTwo(x, from, to, c, modulus);
        default -> inverseOne(x, from, to, c, modulus);
      }
    }
  }

  private static void forwardFour(double[] x, int from, int to, Constants c, double modulus) {
    DoubleVector magic = DoubleVector.broadcast(SPECIES, Modulus.ROUNDING);
    DoubleVector minus = DoubleVector.broadcast(SPECIES, -modulus);
    DoubleVector w = DoubleVector.fromArray(SPECIES, c.factors, 0);
    DoubleVector i = DoubleVector.fromArray(SPECIES, c.quotients, 0);
    DoubleVector sign = DoubleVector.fromArray(SPECIES, c.signs, 0);
    for (int j = from; j < to; j += LANES) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, j);
      v = v.fma(sign, v.rearrange(BY_FOUR));
      DoubleVector h = v.mul(w);
      DoubleVector q = v.mul(i).add(magic).sub(magic);
      q.fma(minus, h).add(v.fma(w, h.neg())).intoArray(x, j);
    }
  }

  private static void forwardTwo(double[] x, int from, int to, Constants c, double modulus) {
    DoubleVector magic = DoubleVector.broadcast(SPECIES, Modulus.ROUNDING);
    DoubleVector minus = DoubleVector.broadcast(SPECIES, -modulus);
    DoubleVector w = DoubleVector.fromArray(SPECIES, c.factors, 0);
    DoubleVector i = DoubleVector.fromArray(SPECIES, c.quotients, 0);
    DoubleVector sign = DoubleVector.fromArray(SPECIES, c.signs, 0);
    for (int j = from; j < to; j += LANES) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, j);
      v = v.fma(sign, v.rearrange(BY_TWO));
      DoubleVector h = v.mul(w);
      DoubleVector q = v.mul(i).add(magic).sub(magic);
      q.fma(minus, h).add(v.fma(w, h.neg())).intoArray(x, j);
    }
  }

  private static void forwardOne(double[] x, int from, int to, Constants c, double modulus) {
    DoubleVector magic = DoubleVector.broadcast(SPECIES, Modulus.ROUNDING);
    DoubleVector minus = DoubleVector.broadcast(SPECIES, -modulus);
    DoubleVector w = DoubleVector.fromArray(SPECIES, c.factors, 0);
    DoubleVector i = DoubleVector.fromArray(SPECIES, c.quotients, 0);
    DoubleVector sign = DoubleVector.fromArray(SPECIES, c.signs, 0);
    for (int j = from; j < to; j += LANES) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, j);
      v = v.fma(sign, v.rearrange(BY_ONE));
      DoubleVector h = v.mul(w);
      DoubleVector q = v.mul(i).add(magic).sub(magic);
      q.fma(minus, h).add(v.fma(w, h.neg())).intoArray(x, j);
    }
  }

  private static void inverseFour(double[] x, int from, int to, Constants c, double modulus) {
    DoubleVector magic = DoubleVector.broadcast(SPECIES, Modulus.ROUNDING);
    DoubleVector minus = DoubleVector.broadcast(SPECIES, -modulus);
    DoubleVector w = DoubleVector.fromArray(SPECIES, c.factors, 0);
    DoubleVector i = DoubleVector.fromArray(SPECIES, c.quotients, 0);
    DoubleVector sign = DoubleVector.fromArray(SPECIES, c.signs, 0);
    for (int j = from; j < to; j += LANES) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, j);
      DoubleVector h = v.mul(w);
      DoubleVector q = v.mul(i).add(magic).sub(magic);
      v = q.fma(minus, h).add(v.fma(w, h.neg()));
      v.fma(sign, v.rearrange(BY_FOUR)).intoArray(x, j);
    }
  }

  private static void inverseTwo(double[] x, int from, int to, Constants c, double modulus) {
    DoubleVector magic = DoubleVector.broadcast(SPECIES, Modulus.ROUNDING);
    DoubleVector minus = DoubleVector.broadcast(SPECIES, -modulus);
    DoubleVector w = DoubleVector.fromArray(SPECIES, c.factors, 0);
    DoubleVector i = DoubleVector.fromArray(SPECIES, c.quotients, 0);
    DoubleVector sign = DoubleVector.fromArray(SPECIES, c.signs, 0);
    for (int j = from; j < to; j += LANES) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, j);
      DoubleVector h = v.mul(w);
      DoubleVector q = v.mul(i).add(magic).sub(magic);
      v = q.fma(minus, h).add(v.fma(w, h.neg()));
      v.fma(sign, v.rearrange(BY_TWO)).intoArray(x, j);
    }
  }

  private static void inverseOne(double[] x, int from, int to, Constants c, double modulus) {
    DoubleVector magic = DoubleVector.broadcast(SPECIES, Modulus.ROUNDING);
    DoubleVector minus = DoubleVector.broadcast(SPECIES, -modulus);
    DoubleVector w = DoubleVector.fromArray(SPECIES, c.factors, 0);
    DoubleVector i = DoubleVector.fromArray(SPECIES, c.quotients, 0);
    DoubleVector sign = DoubleVector.fromArray(SPECIES, c.signs, 0);
    for (int j = from; j < to; j += LANES) {
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, j);
      DoubleVector h = v.mul(w);
      DoubleVector q = v.mul(i).add(magic).sub(magic);
      v = q.fma(minus, h).add(v.fma(w, h.neg()));
      v.fma(sign, v.rearrange(BY_ONE)).intoArray(x, j);
    }
  }

  private static void scalarForward(double[] x, int from, int to, int half, TransformTable table) {
    Modulus modulus = table.modulus();
    double[] w = table.factors(table.log() - 1 - Integer.numberOfTrailingZeros(half), false);
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
    double[] w = table.factors(table.log() - 1 - Integer.numberOfTrailingZeros(half), true);
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
