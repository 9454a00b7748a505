package io.lagrid.vector;

import io.lagrid.algebra.transform.CosetTable;
import io.lagrid.algebra.transform.Lines;
import io.lagrid.algebra.transform.Modulus;
import io.lagrid.algebra.transform.TileTransform;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Transforms of a tile of polynomials over GF(p), p &lt; 2^23, two stages in one pass over four
 * rows: a node h of the {@link CosetTable} and its children. With r, a and b their numbers, the
 * remainders of x_0 + x_1·y + x_2·y² + x_3·y³ are
 *
 * <pre>(x_0 + r·x_2) ± (a·x_1 + a·r·x_3),   (x_0 − r·x_2) ± (b·x_1 − b·r·x_3).</pre>
 *
 * <p>Doubles hold sums of two products exactly as long as entries stay below 2^29, so only products
 * are reduced: an entry grows by p/2 a stage. Back, sums would double, and are reduced as well.
 * Tiles that do not fit the first-level cache are cut into quarters until they do.
 */
final class RowStages implements TileTransform {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int CACHED = 512;

  /** Neighbouring nodes of one depth, each of four quarters of {@code step} entries. */
  private record Level(int node, int count, int step) {}

  @Override
  public void evaluate(double[] x, int from, CosetTable table) {
    int rows = table.length();
    if (table.log() % 2 == 0) {
      evaluate(x, from, new Level(1, 1, rows / 4 * WIDTH), table);
      return;
    }
    evaluatePair(x, from, table);
    evaluate(x, from, new Level(2, 1, rows / 8 * WIDTH), table);
    evaluate(x, from + rows / 2 * WIDTH, new Level(3, 1, rows / 8 * WIDTH), table);
  }

  private static void evaluate(double[] x, int from, Level root, CosetTable table) {
    int step = root.step();
    CosetTable.Nodes nodes = table.nodes(false);
    if (4 * step > CACHED * WIDTH) {
      evaluateQuads(x, from, root, nodes, table.modulus());
      for (int i = 0; i < 4; i++) {
        evaluate(x, from + i * step, new Level(4 * root.node() + i, 1, step / 4), table);
      }
      return;
    }
    int count = 1;
    for (; step >= WIDTH; step /= 4, count *= 4) {
      Level level = new Level(root.node() * count, count, step);
      evaluateQuads(x, from, level, nodes, table.modulus());
    }
  }

  private static void evaluateQuads(
      double[] x, int from, Level level, CosetTable.Nodes nodes, double p) {
    double[] roots = nodes.roots();
    double[] products = nodes.products();
    DoubleVector minus = Spread.of(-p);
    DoubleVector inverse = Spread.of(1 / p);
    DoubleVector magic = Spread.of(Modulus.ROUNDING);
    int step = level.step();
    int at = from;
    for (int h = level.node(); h < level.node() + level.count(); h++, at += 4 * step) {
      DoubleVector r = Spread.of(roots[h]);
      DoubleVector a = Spread.of(roots[2 * h]);
      DoubleVector ar = Spread.of(products[2 * h]);
      DoubleVector b = Spread.of(roots[2 * h + 1]);
      DoubleVector br = Spread.of(products[2 * h + 1]);
      for (int j = at; j < at + step; j += LANES) {
        DoubleVector u = DoubleVector.fromArray(SPECIES, x, j);
        DoubleVector x1 = DoubleVector.fromArray(SPECIES, x, j + step);
        DoubleVector t = DoubleVector.fromArray(SPECIES, x, j + 2 * step).mul(r);
        DoubleVector x3 = DoubleVector.fromArray(SPECIES, x, j + 3 * step);
        t = reduced(t, minus, inverse, magic);
        DoubleVector v = reduced(x3.fma(ar, x1.mul(a)), minus, inverse, magic);
        DoubleVector w = reduced(x3.fma(br, x1.mul(b)), minus, inverse, magic);
        u.add(t).add(v).intoArray(x, j);
        u.add(t).sub(v).intoArray(x, j + step);
        u.sub(t).add(w).intoArray(x, j + 2 * step);
        u.sub(t).sub(w).intoArray(x, j + 3 * step);
      }
    }
  }

  /** One stage, at the root. */
  private static void evaluatePair(double[] x, int from, CosetTable table) {
    double p = table.modulus();
    int half = table.length() / 2 * WIDTH;
    DoubleVector minus = Spread.of(-p);
    DoubleVector inverse = Spread.of(1 / p);
    DoubleVector magic = Spread.of(Modulus.ROUNDING);
    DoubleVector r = Spread.of(table.nodes(false).roots()[1]);
    for (int j = from; j < from + half; j += LANES) {
      DoubleVector u = DoubleVector.fromArray(SPECIES, x, j);
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, j + half).mul(r);
      v = reduced(v, minus, inverse, magic);
      u.add(v).intoArray(x, j);
      u.sub(v).intoArray(x, j + half);
    }
  }

  @Override
  public void interpolate(double[] x, int from, CosetTable table) {
    int rows = table.length();
    if (table.log() % 2 == 0) {
      interpolate(x, from, new Level(1, 1, rows / 4 * WIDTH), table);
      return;
    }
    interpolate(x, from, new Level(2, 1, rows / 8 * WIDTH), table);
    interpolate(x, from + rows / 2 * WIDTH, new Level(3, 1, rows / 8 * WIDTH), table);
    interpolatePair(x, from, table);
  }

  private static void interpolate(double[] x, int from, Level root, CosetTable table) {
    int step = root.step();
    CosetTable.Nodes nodes = table.nodes(true);
    if (4 * step > CACHED * WIDTH) {
      for (int i = 0; i < 4; i++) {
        interpolate(x, from + i * step, new Level(4 * root.node() + i, 1, step / 4), table);
      }
      interpolateQuads(x, from, root, nodes, table.modulus());
      return;
    }
    int count = step / WIDTH;
    for (; count >= 1; count /= 4) {
      Level level = new Level(root.node() * count, count, step / count);
      interpolateQuads(x, from, level, nodes, table.modulus());
    }
  }

  /** Undoes {@link #evaluateQuads}, times 4. */
  private static void interpolateQuads(
      double[] x, int from, Level level, CosetTable.Nodes nodes, double p) {
    double[] roots = nodes.roots();
    double[] products = nodes.products();
    DoubleVector minus = Spread.of(-p);
    DoubleVector inverse = Spread.of(1 / p);
    DoubleVector magic = Spread.of(Modulus.ROUNDING);
    int step = level.step();
    int at = from;
    for (int h = level.node(); h < level.node() + level.count(); h++, at += 4 * step) {
      DoubleVector r = Spread.of(roots[h]);
      DoubleVector a = Spread.of(roots[2 * h]);
      DoubleVector ar = Spread.of(products[2 * h]);
      DoubleVector b = Spread.of(roots[2 * h + 1]);
      DoubleVector br = Spread.of(products[2 * h + 1]);
      for (int j = at; j < at + step; j += LANES) {
        DoubleVector y0 = DoubleVector.fromArray(SPECIES, x, j);
        DoubleVector y1 = DoubleVector.fromArray(SPECIES, x, j + step);
        DoubleVector y2 = DoubleVector.fromArray(SPECIES, x, j + 2 * step);
        DoubleVector y3 = DoubleVector.fromArray(SPECIES, x, j + 3 * step);
        DoubleVector u = y0.add(y1);
        DoubleVector v = y2.add(y3);
        y0 = y0.sub(y1);
        y2 = y2.sub(y3);
        reduced(u.add(v), minus, inverse, magic).intoArray(x, j);
        reduced(y2.fma(b, y0.mul(a)), minus, inverse, magic).intoArray(x, j + step);
        reduced(u.sub(v).mul(r), minus, inverse, magic).intoArray(x, j + 2 * step);
        reduced(y2.fma(br, y0.mul(ar)), minus, inverse, magic).intoArray(x, j + 3 * step);
      }
    }
  }

  private static void interpolatePair(double[] x, int from, CosetTable table) {
    double p = table.modulus();
    int half = table.length() / 2 * WIDTH;
    DoubleVector minus = Spread.of(-p);
    DoubleVector inverse = Spread.of(1 / p);
    DoubleVector magic = Spread.of(Modulus.ROUNDING);
    DoubleVector r = Spread.of(table.nodes(true).roots()[1]);
    for (int j = from; j < from + half; j += LANES) {
      DoubleVector u = DoubleVector.fromArray(SPECIES, x, j);
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, j + half);
      reduced(u.add(v), minus, inverse, magic).intoArray(x, j);
      reduced(u.sub(v).mul(r), minus, inverse, magic).intoArray(x, j + half);
    }
  }

  @Override
  public void scale(Lines source, Lines target, int count, double factor, double p) {
    DoubleVector minus = Spread.of(-p);
    DoubleVector inverse = Spread.of(1 / p);
    DoubleVector magic = Spread.of(Modulus.ROUNDING);
    DoubleVector zero = Spread.of(0.0);
    double[] from = source.entries();
    double[] to = target.entries();
    int read = source.first();
    int write = target.first();
    for (int line = 0; line < count; line++, read += source.step(), write += target.step()) {
      for (int i = 0; i < WIDTH; i += LANES) {
        DoubleVector product = DoubleVector.fromArray(SPECIES, from, read + i).mul(factor);
        reduced(product, minus, inverse, magic).add(zero).intoArray(to, write + i);
      }
    }
  }

  private static DoubleVector reduced(
      DoubleVector x, DoubleVector minus, DoubleVector inverse, DoubleVector magic) {
    return x.fma(inverse, magic).sub(magic).fma(minus, x);
  }
}
