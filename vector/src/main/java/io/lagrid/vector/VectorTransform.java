package io.lagrid.vector;

import io.lagrid.algebra.transform.Modulus;
import io.lagrid.algebra.transform.TransformKernel;
import io.lagrid.algebra.transform.TransformTable;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Transforms on vectors: two stages at a time while blocks are long, the last ones within vectors.
 * Blocks above {@value #CACHED} entries are halved twice by recursion, so that all later stages of
 * a part run in the second-level cache.
 *
 * <p>Magnitudes: butterflies take entries below 2·p; a product is below 0.95·p whatever its first
 * factor below 3·p, and sums of four are reduced before they are stored.
 *
 * <p>Immutable and thread-safe.
 */
final class VectorTransform implements TransformKernel {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int CACHED = 1 << 14;

  @Override
  public void forward(double[] x, TransformTable table) {
    forward(x, 0, table.length(), table);
  }

  private static void forward(double[] x, int from, int length, TransformTable table) {
    int stage = table.log() - Integer.numberOfTrailingZeros(length);
    int quarter = length / 4;
    if (length > CACHED) {
      forwardQuad(x, from, quarter, stage, table);
      for (int i = 0; i < 4; i++) {
        forward(x, from + i * quarter, quarter, table);
      }
      return;
    }
    int block = length;
    for (; block >= 4 * LANES; block /= 4, stage += 2) {
      for (int b = from; b < from + length; b += block) {
        forwardQuad(x, b, block / 4, stage, table);
      }
    }
    if (block == 2 * LANES) {
      for (int b = from; b < from + length; b += block) {
        forwardPair(x, b, LANES, stage, table);
      }
      block /= 2;
    }
    Lanes.forward(x, from, from + length, block, table);
  }

  /** Two stages of one block of four quarters. */
  private static void forwardQuad(
      double[] x, int from, int quarter, int stage, TransformTable table) {
    double[] w1 = table.factors(stage, false);
    double[] w2 = table.factors(stage + 1, false);
    DoubleVector magic = DoubleVector.broadcast(SPECIES, Modulus.ROUNDING);
    DoubleVector minus = DoubleVector.broadcast(SPECIES, -table.modulus().value());
    DoubleVector inverse = DoubleVector.broadcast(SPECIES, table.modulus().reciprocal());
    for (int j = 0; j < quarter; j += LANES) {
      int at = from + j;
      DoubleVector x0 = DoubleVector.fromArray(SPECIES, x, at);
      DoubleVector x1 = DoubleVector.fromArray(SPECIES, x, at + quarter);
      DoubleVector x2 = DoubleVector.fromArray(SPECIES, x, at + 2 * quarter);
      DoubleVector x3 = DoubleVector.fromArray(SPECIES, x, at + 3 * quarter);
      DoubleVector w = DoubleVector.fromArray(SPECIES, w1, j);
      DoubleVector a = times(x0.sub(x2), w, minus, magic, inverse);
      w = DoubleVector.fromArray(SPECIES, w1, quarter + j);
      DoubleVector b = times(x1.sub(x3), w, minus, magic, inverse);
      x0 = x0.add(x2);
      x1 = x1.add(x3);
      w = DoubleVector.fromArray(SPECIES, w2, j);
      reduced(x0.add(x1), minus, magic, inverse).intoArray(x, at);
      times(x0.sub(x1), w, minus, magic, inverse).intoArray(x, at + quarter);
      reduced(a.add(b), minus, magic, inverse).intoArray(x, at + 2 * quarter);
      times(a.sub(b), w, minus, magic, inverse).intoArray(x, at + 3 * quarter);
    }
  }

  private static void forwardPair(double[] x, int from, int half, int stage, TransformTable table) {
    double[] factors = table.factors(stage, false);
    DoubleVector magic = DoubleVector.broadcast(SPECIES, Modulus.ROUNDING);
    DoubleVector minus = DoubleVector.broadcast(SPECIES, -table.modulus().value());
    DoubleVector inverse = DoubleVector.broadcast(SPECIES, table.modulus().reciprocal());
    for (int j = 0; j < half; j += LANES) {
      DoubleVector u = DoubleVector.fromArray(SPECIES, x, from + j);
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, from + half + j);
      DoubleVector w = DoubleVector.fromArray(SPECIES, factors, j);
      reduced(u.add(v), minus, magic, inverse).intoArray(x, from + j);
      times(u.sub(v), w, minus, magic, inverse).intoArray(x, from + half + j);
    }
  }

  @Override
  public void inverse(double[] x, TransformTable table) {
    inverse(x, 0, table.length(), table);
  }

  private static void inverse(double[] x, int from, int length, TransformTable table) {
    int stage = table.log() - Integer.numberOfTrailingZeros(length);
    int quarter = length / 4;
    if (length > CACHED) {
      for (int i = 0; i < 4; i++) {
        inverse(x, from + i * quarter, quarter, table);
      }
      inverseQuad(x, from, quarter, stage, table);
      return;
    }
    boolean odd = Integer.numberOfTrailingZeros(length / Math.min(length, LANES)) % 2 == 1;
    Lanes.inverse(x, from, from + length, Math.min(length, LANES), table);
    int block = Math.min(length, LANES);
    if (odd) {
      block *= 2;
      for (int b = from; b < from + length; b += block) {
        inversePair(x, b, block / 2, stageOf(block, table), table);
      }
    }
    for (block *= 4; block <= length; block *= 4) {
      for (int b = from; b < from + length; b += block) {
        inverseQuad(x, b, block / 4, stageOf(block, table), table);
      }
    }
  }

  private static int stageOf(int block, TransformTable table) {
    return table.log() - Integer.numberOfTrailingZeros(block);
  }

  /** The inverse of {@link #forwardQuad}, times 4. */
  private static void inverseQuad(
      double[] x, int from, int quarter, int stage, TransformTable table) {
    double[] w1 = table.factors(stage, true);
    double[] w2 = table.factors(stage + 1, true);
    DoubleVector magic = DoubleVector.broadcast(SPECIES, Modulus.ROUNDING);
    DoubleVector minus = DoubleVector.broadcast(SPECIES, -table.modulus().value());
    DoubleVector inverse = DoubleVector.broadcast(SPECIES, table.modulus().reciprocal());
    for (int j = 0; j < quarter; j += LANES) {
      int at = from + j;
      DoubleVector w = DoubleVector.fromArray(SPECIES, w2, j);
      DoubleVector y = DoubleVector.fromArray(SPECIES, x, at);
      DoubleVector t =
          times(DoubleVector.fromArray(SPECIES, x, at + quarter), w, minus, magic, inverse);
      DoubleVector a = reduced(y.add(t), minus, magic, inverse);
      DoubleVector b = reduced(y.sub(t), minus, magic, inverse);
      y = DoubleVector.fromArray(SPECIES, x, at + 2 * quarter);
      t = times(DoubleVector.fromArray(SPECIES, x, at + 3 * quarter), w, minus, magic, inverse);
      w = DoubleVector.fromArray(SPECIES, w1, j);
      DoubleVector c = times(y.add(t), w, minus, magic, inverse);
      a.add(c).intoArray(x, at);
      a.sub(c).intoArray(x, at + 2 * quarter);
      w = DoubleVector.fromArray(SPECIES, w1, quarter + j);
      c = times(y.sub(t), w, minus, magic, inverse);
      b.add(c).intoArray(x, at + quarter);
      b.sub(c).intoArray(x, at + 3 * quarter);
    }
  }

  private static void inversePair(double[] x, int from, int half, int stage, TransformTable table) {
    double[] factors = table.factors(stage, true);
    DoubleVector magic = DoubleVector.broadcast(SPECIES, Modulus.ROUNDING);
    DoubleVector minus = DoubleVector.broadcast(SPECIES, -table.modulus().value());
    DoubleVector inverse = DoubleVector.broadcast(SPECIES, table.modulus().reciprocal());
    for (int j = 0; j < half; j += LANES) {
      DoubleVector w = DoubleVector.fromArray(SPECIES, factors, j);
      DoubleVector u = reduced(DoubleVector.fromArray(SPECIES, x, from + j), minus, magic, inverse);
      DoubleVector t =
          times(DoubleVector.fromArray(SPECIES, x, from + half + j), w, minus, magic, inverse);
      u.add(t).intoArray(x, from + j);
      u.sub(t).intoArray(x, from + half + j);
    }
  }

  @Override
  public void multiply(double[] x, double[] y, double factor, Modulus modulus) {
    DoubleVector magic = DoubleVector.broadcast(SPECIES, Modulus.ROUNDING);
    DoubleVector minus = DoubleVector.broadcast(SPECIES, -modulus.value());
    DoubleVector inverse = DoubleVector.broadcast(SPECIES, modulus.reciprocal());
    DoubleVector f = DoubleVector.broadcast(SPECIES, factor);
    int j = 0;
    for (; j + LANES <= x.length; j += LANES) {
      DoubleVector a = DoubleVector.fromArray(SPECIES, x, j);
      a = times(a, DoubleVector.fromArray(SPECIES, y, j), minus, magic, inverse);
      times(a, f, minus, magic, inverse).intoArray(x, j);
    }
    for (; j < x.length; j++) {
      x[j] = modulus.multiply(modulus.multiply(x[j], y[j]), factor);
    }
  }

  @Override
  public void forwardRows(double[][] rows, double[] powers, double modulus) {
    RowStages.forward(rows, powers, modulus);
  }

  @Override
  public void scale(double[] row, double factor, double[] target, double modulus) {
    RowStages.scale(row, factor, target, modulus);
  }

  /** d·w modulo p; small enough for the compiler to inline, which it must. */
  static DoubleVector times(
      DoubleVector d,
      DoubleVector w,
      DoubleVector minus,
      DoubleVector magic,
      DoubleVector inverse) {
    DoubleVector h = d.mul(w);
    DoubleVector q = h.mul(inverse).add(magic).sub(magic);
    return q.fma(minus, h).add(d.fma(w, h.neg()));
  }

  private static DoubleVector reduced(
      DoubleVector s, DoubleVector minus, DoubleVector magic, DoubleVector inverse) {
    return s.mul(inverse).add(magic).sub(magic).fma(minus, s);
  }
}
