package io.lagrid.vector;

import io.lagrid.algebra.transform.Lines;
import io.lagrid.algebra.transform.Modulus;
import io.lagrid.algebra.transform.TileTransform;
import io.lagrid.algebra.transform.TransformKernel;
import io.lagrid.algebra.transform.TransformTable;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Transforms on vectors: two stages at a time while blocks are long, the last ones within vectors.
 * Blocks above {@value #CACHED} entries are halved twice by recursion, those above {@value
 * #OUTSIDE} four times, so that all later stages of a part run in the cache.
 *
 * <p>Magnitudes: butterflies take entries up to 1.5·p; a product is below 0.5·p + d/16 for a first
 * factor d up to 6·p, and only sums that come through two stages without a product are reduced.
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
  private static final int STRIP = 1 << 7;

  /** From a row of a strip to the next: more than its length, lest rows meet in a cache set. */
  private static final int PITCH = STRIP + 8;

  /** Blocks so short are done together. */
  private static final int SHORT = 1 << 8;

  /** Two stages of blocks of four quarters, or the butterflies from one on and before another. */
  record Quads(int quarter, int begin, int end, int stage) {

    static Quads of(int block, TransformTable table) {
      return new Quads(block / 4, 0, block / 4, table.stage(block));
    }
  }

  @Override
  public void forward(double[] source, double[] target, TransformTable table) {
    table.check(source, target);
    int length = table.length();
    if (length > OUTSIDE) {
      forwardTwice(source, new Lines(target, 0, length / 16), length, table);
      forwardParts(target, 0, length / 16, 16, table);
    } else if (length > CACHED && source.length == length) {
      Lines from = new Lines(source, 0, length / 4);
      Lines to = new Lines(target, 0, length / 4);
      ForwardStages.quads(from, to, Quads.of(length, table), table);
      forwardParts(target, 0, length / 4, 4, table);
    } else {
      System.arraycopy(source, 0, target, 0, source.length);
      Arrays.fill(target, source.length, length, 0);
      forward(target, 0, length, table);
    }
  }

  private static void forwardParts(
      double[] x, int from, int part, int parts, TransformTable table) {
    for (int i = 0; i < parts; i++) {
      forward(x, from + i * part, part, table);
    }
  }

  private static void forward(double[] x, int from, int length, TransformTable table) {
    if (length > OUTSIDE) {
      forwardTwice(x, new Lines(x, from, length / 16), length, table);
      forwardParts(x, from, length / 16, 16, table);
      return;
    }
    if (length > CACHED) {
      Lines lines = new Lines(x, from, length / 4);
      ForwardStages.quads(lines, lines, Quads.of(length, table), table);
      forwardParts(x, from, length / 4, 4, table);
      return;
    }
    int block = length;
    for (; block >= 4 * LANES && block > SHORT; block /= 4) {
      Quads quads = Quads.of(block, table);
      for (int b = from; b < from + length; b += block) {
        Lines lines = new Lines(x, b, block / 4);
        ForwardStages.quads(lines, lines, quads, table);
      }
    }
    for (; block >= 4 * LANES; block /= 4) {
      Quads all = new Quads(block / 4, from, from + length, table.stage(block));
      ForwardStages.columns(x, all, table);
    }
    if (block == 2 * LANES) {
      ForwardStages.pairs(x, from, from + length, table);
      block /= 2;
    }
    Lanes.forward(x, from, from + length, block, table);
  }

  /**
   * Four stages of a long block, strip by strip: rows an equal power of two apart would push each
   * other out of the caches, so that the stages meet in a buffer.
   *
   * @param source may end early, with zeros to follow
   * @param target sixteen rows
   */
  private static void forwardTwice(
      double[] source, Lines target, int length, TransformTable table) {
    double[] buffer = new double[16 * PITCH];
    int sixteenth = length / 16;
    boolean whole = source.length >= target.first() + length;
    for (int j = 0; j < sixteenth; j += STRIP) {
      for (int i = 0; i < 4; i++) {
        int begin = i * sixteenth + j;
        Lines column = new Lines(buffer, i * PITCH, 4 * PITCH);
        Lines rows = new Lines(source, target.first() + begin, length / 4);
        Quads outer = new Quads(length / 4, begin, begin + STRIP, table.stage(length));
        ForwardStages.quads(whole ? rows : padded(rows, column), column, outer, table);
      }
      Quads inner = new Quads(sixteenth, j, j + STRIP, table.stage(length / 4));
      for (int i = 0; i < 4; i++) {
        int first = target.first() + 4 * i * sixteenth + j;
        Lines rows = new Lines(target.entries(), first, sixteenth);
        ForwardStages.quads(new Lines(buffer, 4 * i * PITCH, PITCH), rows, inner, table);
      }
    }
  }

  /** Copies a strip of four rows, with zeros where there are none. */
  private static Lines padded(Lines rows, Lines column) {
    int from = rows.first();
    int to = column.first();
    for (int i = 0; i < 4; i++, from += rows.step(), to += column.step()) {
      int count = Math.max(0, Math.min(STRIP, rows.entries().length - from));
      if (count > 0) {
        System.arraycopy(rows.entries(), from, column.entries(), to, count);
      }
      Arrays.fill(column.entries(), to + count, to + STRIP, 0);
    }
    return column;
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
      Lines lines = new Lines(x, from, length / parts);
      if (parts == 16) {
        inverseTwice(lines, length, table);
      } else {
        InverseStages.quads(lines, lines, Quads.of(length, table), table);
      }
      return;
    }
    int block = Math.min(length, LANES);
    Lanes.inverse(x, from, from + length, block, table);
    if (Integer.numberOfTrailingZeros(length / block) % 2 == 1) {
      InverseStages.pairs(x, from, from + length, table);
      block *= 2;
    }
    for (block *= 4; block <= length; block *= 4) {
      Quads quads = Quads.of(block, table);
      for (int b = from; b < from + length; b += block) {
        Lines lines = new Lines(x, b, block / 4);
        InverseStages.quads(lines, lines, quads, table);
      }
    }
  }

  /** Undoes {@link #forwardTwice} in place, times 16. */
  private static void inverseTwice(Lines x, int length, TransformTable table) {
    double[] buffer = new double[16 * PITCH];
    int sixteenth = length / 16;
    for (int j = 0; j < sixteenth; j += STRIP) {
      Quads inner = new Quads(sixteenth, j, j + STRIP, table.stage(length / 4));
      for (int i = 0; i < 4; i++) {
        Lines rows = new Lines(x.entries(), x.first() + 4 * i * sixteenth + j, sixteenth);
        InverseStages.quads(rows, new Lines(buffer, 4 * i * PITCH, PITCH), inner, table);
      }
      for (int i = 0; i < 4; i++) {
        int begin = i * sixteenth + j;
        Lines rows = new Lines(x.entries(), x.first() + begin, length / 4);
        Quads outer = new Quads(length / 4, begin, begin + STRIP, table.stage(length));
        InverseStages.quads(new Lines(buffer, i * PITCH, 4 * PITCH), rows, outer, table);
      }
    }
  }

  @Override
  public void multiply(double[] x, double[] y, double factor, Modulus modulus) {
    DoubleVector magic = Spread.of(Modulus.ROUNDING);
    DoubleVector prime = Spread.of(modulus.value());
    DoubleVector minus = Spread.of(-modulus.value());
    DoubleVector inverse = Spread.of(modulus.reciprocal());
    DoubleVector f = Spread.of(factor);
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

  /** The same from w/p as well: one operation less. */
  static DoubleVector prepared(
      DoubleVector d,
      DoubleVector w,
      DoubleVector quotient,
      DoubleVector prime,
      DoubleVector minus,
      DoubleVector magic) {
    return minusMultiple(d, w, d.fma(quotient, magic).sub(magic), prime, minus);
  }

  /** d·w − q·p, where q is a quotient that makes it small; all but the result without rounding. */
  private static DoubleVector minusMultiple(
      DoubleVector d, DoubleVector w, DoubleVector q, DoubleVector prime, DoubleVector minus) {
    DoubleVector c = q.mul(minus);
    return d.fma(w, c).sub(q.fma(prime, c));
  }

  /** s modulo p, of magnitude 0.5·p. */
  static DoubleVector reduced(
      DoubleVector s, DoubleVector minus, DoubleVector magic, DoubleVector inverse) {
    return s.fma(inverse, magic).sub(magic).fma(minus, s);
  }
}
