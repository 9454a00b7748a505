package io.lagrid.vector;

import io.lagrid.algebra.transform.Modulus;
import io.lagrid.algebra.transform.TileTransform;
import io.lagrid.algebra.transform.TransformKernel;
import io.lagrid.algebra.transform.TransformTable;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Transforms on vectors: two stages at a time while blocks are long, the last ones within vectors.
 * Blocks above {@value #CACHED} entries are halved twice by recursion, those above {@value
 * #OUTSIDE} four times, so that all later stages of a part run in the cache.
 *
 * <p>Magnitudes: butterflies take entries below 2·p; a product is below 0.5·p + d/16 for a first
 * factor d below 6·p, and only sums that come through two stages without a product are reduced.
 *
 * <p>Immutable and thread-safe.
 */
final class VectorTransform implements TransformKernel {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int CACHED = 1 << 12;

  /** Longer blocks do not fit the second-level cache with their factors. */
  private static final int OUTSIDE = 1 << 16;

  /** Butterflies that four stages are applied to before the next ones. */
  private static final int STRIP = 1 << 8;

  /** Two stages of blocks of four quarters, or the butterflies from one on and before another. */
  private record Quads(int quarter, int begin, int end, int stage) {

    static Quads of(int block, TransformTable table) {
      return new Quads(block / 4, 0, block / 4, stageOf(block, table));
    }
  }

  @Override
  public void forward(double[] x, TransformTable table) {
    forward(x, 0, table.length(), table);
  }

  private static void forward(double[] x, int from, int length, TransformTable table) {
    if (length > CACHED) {
      int parts = length > OUTSIDE ? 16 : 4;
      if (parts == 16) {
        forwardTwice(x, from, length, table);
      } else {
        forwardQuads(x, from, Quads.of(length, table), table);
      }
      for (int i = 0; i < parts; i++) {
        forward(x, from + i * (length / parts), length / parts, table);
      }
      return;
    }
    int block = length;
    for (; block >= 4 * LANES; block /= 4) {
      Quads quads = Quads.of(block, table);
      for (int b = from; b < from + length; b += block) {
        forwardQuads(x, b, quads, table);
      }
    }
    if (block == 2 * LANES) {
      for (int b = from; b < from + length; b += block) {
        forwardPair(x, b, LANES, stageOf(block, table), table);
      }
      block /= 2;
    }
    Lanes.forward(x, from, from + length, block, table);
  }

  /** Four stages of a long block, strip by strip, so that they pass through memory once. */
  private static void forwardTwice(double[] x, int from, int length, TransformTable table) {
    int quarter = length / 4;
    int sixteenth = length / 16;
    for (int j = 0; j < sixteenth; j += STRIP) {
      for (int i = j; i < quarter; i += sixteenth) {
        forwardQuads(x, from, new Quads(quarter, i, i + STRIP, stageOf(length, table)), table);
      }
      Quads inner = new Quads(sixteenth, j, j + STRIP, stageOf(quarter, table));
      for (int b = from; b < from + length; b += quarter) {
        forwardQuads(x, b, inner, table);
      }
    }
  }

  /**
   * Two stages of one block. The last two products are written out: a compiler that has seen so
   * much inlines no further method, and vectors handed to one that it does not inline cost tenfold.
   */
  private static void forwardQuads(double[] x, int from, Quads quads, TransformTable table) {
    double[] w1 = table.factors(quads.stage(), false);
    double[] w2 = table.factors(quads.stage() + 1, false);
    int quarter = quads.quarter();
    DoubleVector magic = DoubleVector.broadcast(SPECIES, Modulus.ROUNDING);
    DoubleVector prime = DoubleVector.broadcast(SPECIES, table.modulus().value());
    DoubleVector minus = DoubleVector.broadcast(SPECIES, -table.modulus().value());
    DoubleVector inverse = DoubleVector.broadcast(SPECIES, table.modulus().reciprocal());
    for (int j = quads.begin(), at = from + j; j < quads.end(); j += LANES, at += LANES) {
      DoubleVector x0 = DoubleVector.fromArray(SPECIES, x, at);
      DoubleVector x1 = DoubleVector.fromArray(SPECIES, x, at + quarter);
      DoubleVector x2 = DoubleVector.fromArray(SPECIES, x, at + 2 * quarter);
      DoubleVector x3 = DoubleVector.fromArray(SPECIES, x, at + 3 * quarter);
      DoubleVector w = DoubleVector.fromArray(SPECIES, w1, j);
      DoubleVector a = times(x0.sub(x2), w, prime, minus, magic, inverse);
      w = DoubleVector.fromArray(SPECIES, w1, quarter + j);
      DoubleVector b = times(x1.sub(x3), w, prime, minus, magic, inverse);
      x0 = x0.add(x2);
      x1 = x1.add(x3);
      reduced(x0.add(x1), minus, magic, inverse).intoArray(x, at);
      a.add(b).intoArray(x, at + 2 * quarter);
      w = DoubleVector.fromArray(SPECIES, w2, j);
      a = a.sub(b);
      x0 = x0.sub(x1);
      b = a.mul(w).fma(inverse, magic).sub(magic);
      x1 = x0.mul(w).fma(inverse, magic).sub(magic);
      x2 = b.mul(minus);
      x3 = x1.mul(minus);
      x0.fma(w, x3).sub(x1.fma(prime, x3)).intoArray(x, at + quarter);
      a.fma(w, x2).sub(b.fma(prime, x2)).intoArray(x, at + 3 * quarter);
    }
  }

  private static void forwardPair(double[] x, int from, int half, int stage, TransformTable table) {
    double[] factors = table.factors(stage, false);
    DoubleVector magic = DoubleVector.broadcast(SPECIES, Modulus.ROUNDING);
    DoubleVector prime = DoubleVector.broadcast(SPECIES, table.modulus().value());
    DoubleVector minus = DoubleVector.broadcast(SPECIES, -table.modulus().value());
    DoubleVector inverse = DoubleVector.broadcast(SPECIES, table.modulus().reciprocal());
    for (int j = 0; j < half; j += LANES) {
      DoubleVector u = DoubleVector.fromArray(SPECIES, x, from + j);
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, from + half + j);
      DoubleVector w = DoubleVector.fromArray(SPECIES, factors, j);
      reduced(u.add(v), minus, magic, inverse).intoArray(x, from + j);
      times(u.sub(v), w, prime, minus, magic, inverse).intoArray(x, from + half + j);
    }
  }

  @Override
  public void inverse(double[] x, TransformTable table) {
    inverse(x, 0, table.length(), table);
  }

  private static void inverse(double[] x, int from, int length, TransformTable table) {
    if (length > CACHED) {
      int parts = length > OUTSIDE ? 16 : 4;
      for (int i = 0; i < parts; i++) {
        inverse(x, from + i * (length / parts), length / parts, table);
      }
      if (parts == 16) {
        inverseTwice(x, from, length, table);
      } else {
        inverseQuads(x, from, Quads.of(length, table), table);
      }
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
      Quads quads = Quads.of(block, table);
      for (int b = from; b < from + length; b += block) {
        inverseQuads(x, b, quads, table);
      }
    }
  }

  private static int stageOf(int block, TransformTable table) {
    return table.log() - Integer.numberOfTrailingZeros(block);
  }

  /** Undoes {@link #forwardTwice}, times 16. */
  private static void inverseTwice(double[] x, int from, int length, TransformTable table) {
    int quarter = length / 4;
    int sixteenth = length / 16;
    for (int j = 0; j < sixteenth; j += STRIP) {
      Quads inner = new Quads(sixteenth, j, j + STRIP, stageOf(quarter, table));
      for (int b = from; b < from + length; b += quarter) {
        inverseQuads(x, b, inner, table);
      }
      for (int i = j; i < quarter; i += sixteenth) {
        inverseQuads(x, from, new Quads(quarter, i, i + STRIP, stageOf(length, table)), table);
      }
    }
  }

  /** Undoes {@link #forwardQuads}, times 4. */
  private static void inverseQuads(double[] x, int from, Quads quads, TransformTable table) {
    double[] w1 = table.factors(quads.stage(), true);
    double[] w2 = table.factors(quads.stage() + 1, true);
    int quarter = quads.quarter();
    DoubleVector magic = DoubleVector.broadcast(SPECIES, Modulus.ROUNDING);
    DoubleVector prime = DoubleVector.broadcast(SPECIES, table.modulus().value());
    DoubleVector minus = DoubleVector.broadcast(SPECIES, -table.modulus().value());
    DoubleVector inverse = DoubleVector.broadcast(SPECIES, table.modulus().reciprocal());
    for (int j = quads.begin(); j < quads.end(); j += LANES) {
      int at = from + j;
      DoubleVector w = DoubleVector.fromArray(SPECIES, w2, j);
      DoubleVector y = DoubleVector.fromArray(SPECIES, x, at);
      DoubleVector t = DoubleVector.fromArray(SPECIES, x, at + quarter);
      y = reduced(y, minus, magic, inverse);
      t = times(t, w, prime, minus, magic, inverse);
      DoubleVector a = y.add(t);
      DoubleVector b = y.sub(t);
      y = DoubleVector.fromArray(SPECIES, x, at + 2 * quarter);
      t = DoubleVector.fromArray(SPECIES, x, at + 3 * quarter);
      t = times(t, w, prime, minus, magic, inverse);
      w = DoubleVector.fromArray(SPECIES, w1, j);
      DoubleVector c = times(y.add(t), w, prime, minus, magic, inverse);
      a.add(c).intoArray(x, at);
      a.sub(c).intoArray(x, at + 2 * quarter);
      w = DoubleVector.fromArray(SPECIES, w1, quarter + j);
      c = times(y.sub(t), w, prime, minus, magic, inverse);
      b.add(c).intoArray(x, at + quarter);
      b.sub(c).intoArray(x, at + 3 * quarter);
    }
  }

  private static void inversePair(double[] x, int from, int half, int stage, TransformTable table) {
    double[] factors = table.factors(stage, true);
    DoubleVector magic = DoubleVector.broadcast(SPECIES, Modulus.ROUNDING);
    DoubleVector prime = DoubleVector.broadcast(SPECIES, table.modulus().value());
    DoubleVector minus = DoubleVector.broadcast(SPECIES, -table.modulus().value());
    DoubleVector inverse = DoubleVector.broadcast(SPECIES, table.modulus().reciprocal());
    for (int j = 0; j < half; j += LANES) {
      DoubleVector w = DoubleVector.fromArray(SPECIES, factors, j);
      DoubleVector u = reduced(DoubleVector.fromArray(SPECIES, x, from + j), minus, magic, inverse);
      DoubleVector t =
          times(
              DoubleVector.fromArray(SPECIES, x, from + half + j), w, prime, minus, magic, inverse);
      u.add(t).intoArray(x, from + j);
      u.sub(t).intoArray(x, from + half + j);
    }
  }

  @Override
  public void multiply(double[] x, double[] y, double factor, Modulus modulus) {
    DoubleVector magic = DoubleVector.broadcast(SPECIES, Modulus.ROUNDING);
    DoubleVector prime = DoubleVector.broadcast(SPECIES, modulus.value());
    DoubleVector minus = DoubleVector.broadcast(SPECIES, -modulus.value());
    DoubleVector inverse = DoubleVector.broadcast(SPECIES, modulus.reciprocal());
    DoubleVector f = DoubleVector.broadcast(SPECIES, factor);
    int j = 0;
    for (; j + LANES <= x.length; j += LANES) {
      DoubleVector a = DoubleVector.fromArray(SPECIES, x, j);
      a = times(a, DoubleVector.fromArray(SPECIES, y, j), prime, minus, magic, inverse);
      times(a, f, prime, minus, magic, inverse).intoArray(x, j);
    }
    for (; j < x.length; j++) {
      x[j] = modulus.multiply(modulus.multiply(x[j], y[j]), factor);
    }
  }

  @Override
  public TileTransform tiles() {
    return new RowStages();
  }

  /** d·w modulo p; small enough for the compiler to inline, which it must. */
  static DoubleVector times(
      DoubleVector d,
      DoubleVector w,
      DoubleVector prime,
      DoubleVector minus,
      DoubleVector magic,
      DoubleVector inverse) {
    return minusMultiple(d, w, d.mul(w).fma(inverse, magic).sub(magic), prime, minus);
  }

  /** d·w − q·p, where q is a quotient that makes it small; all but the result without rounding. */
  static DoubleVector minusMultiple(
      DoubleVector d, DoubleVector w, DoubleVector q, DoubleVector prime, DoubleVector minus) {
    DoubleVector c = q.mul(minus);
    return d.fma(w, c).sub(q.fma(prime, c));
  }

  private static DoubleVector reduced(
      DoubleVector s, DoubleVector minus, DoubleVector magic, DoubleVector inverse) {
    return s.fma(inverse, magic).sub(magic).fma(minus, s);
  }
}
