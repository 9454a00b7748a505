package io.lagrid.vector;

import io.lagrid.algebra.transform.Modulus;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Transforms of many sequences at once over GF(p), p &lt; 2^23, two stages in one pass over four
 * rows. Products of elements are below 2^46, so one multiplication and one reduction do.
 */
final class RowStages {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private RowStages() {}

  static void forward(double[][] rows, double[] powers, double modulus) {
    int length = rows.length;
    int step = 1;
    for (; length >= 4; length /= 4, step *= 4) {
      int quarter = length / 4;
      for (int block = 0; block < rows.length; block += length) {
        for (int j = 0; j < quarter; j++) {
          double[] w = {
            powers[j * step], powers[(j + quarter) * step], powers[2 * j * step], modulus
          };
          quad(rows, block + j, quarter, w);
        }
      }
    }
    if (length == 2) {
      for (int block = 0; block < rows.length; block += 2) {
        pair(rows[block], rows[block + 1], modulus);
      }
    }
  }

  /** Two stages on the rows at, at + quarter, …, with the factors w_0, w_1 and then w_2. */
  private static void quad(double[][] rows, int at, int quarter, double[] w) {
    double[] r0 = rows[at];
    double[] r1 = rows[at + quarter];
    double[] r2 = rows[at + 2 * quarter];
    double[] r3 = rows[at + 3 * quarter];
    double p = w[3];
    DoubleVector minus = DoubleVector.broadcast(SPECIES, -p);
    DoubleVector inverse = DoubleVector.broadcast(SPECIES, 1 / p);
    DoubleVector magic = DoubleVector.broadcast(SPECIES, Modulus.ROUNDING);
    int whole = SPECIES.loopBound(r0.length);
    for (int i = 0; i < whole; i += LANES) {
      DoubleVector x0 = DoubleVector.fromArray(SPECIES, r0, i);
      DoubleVector x1 = DoubleVector.fromArray(SPECIES, r1, i);
      DoubleVector x2 = DoubleVector.fromArray(SPECIES, r2, i);
      DoubleVector x3 = DoubleVector.fromArray(SPECIES, r3, i);
      DoubleVector a = reduced(x0.sub(x2).mul(w[0]), minus, inverse, magic);
      DoubleVector b = reduced(x1.sub(x3).mul(w[1]), minus, inverse, magic);
      x0 = x0.add(x2);
      x1 = x1.add(x3);
      reduced(x0.add(x1), minus, inverse, magic).intoArray(r0, i);
      reduced(x0.sub(x1).mul(w[2]), minus, inverse, magic).intoArray(r1, i);
      reduced(a.add(b), minus, inverse, magic).intoArray(r2, i);
      reduced(a.sub(b).mul(w[2]), minus, inverse, magic).intoArray(r3, i);
    }
    if (whole < r0.length) {
      Tail.quad(new double[][] {r0, r1, r2, r3}, whole, w);
    }
  }

  /** (u, v) becomes (u + v, u − v). */
  private static void pair(double[] u, double[] v, double p) {
    DoubleVector minus = DoubleVector.broadcast(SPECIES, -p);
    DoubleVector inverse = DoubleVector.broadcast(SPECIES, 1 / p);
    DoubleVector magic = DoubleVector.broadcast(SPECIES, Modulus.ROUNDING);
    int i = 0;
    for (; i + LANES <= u.length; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(SPECIES, u, i);
      DoubleVector y = DoubleVector.fromArray(SPECIES, v, i);
      reduced(x.add(y), minus, inverse, magic).intoArray(u, i);
      reduced(x.sub(y), minus, inverse, magic).intoArray(v, i);
    }
    for (; i < u.length; i++) {
      double x = u[i];
      u[i] = Tail.reduced(x + v[i], p);
      v[i] = Tail.reduced(x - v[i], p);
    }
  }

  static void scale(double[] row, double factor, double[] target, double p) {
    DoubleVector minus = DoubleVector.broadcast(SPECIES, -p);
    DoubleVector inverse = DoubleVector.broadcast(SPECIES, 1 / p);
    DoubleVector magic = DoubleVector.broadcast(SPECIES, Modulus.ROUNDING);
    int i = 0;
    for (; i + LANES <= row.length; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(SPECIES, row, i).mul(factor);
      reduced(x, minus, inverse, magic).intoArray(target, i);
    }
    for (; i < row.length; i++) {
      target[i] = Tail.reduced(row[i] * factor, p);
    }
  }

  private static DoubleVector reduced(
      DoubleVector x, DoubleVector minus, DoubleVector inverse, DoubleVector magic) {
    return x.mul(inverse).add(magic).sub(magic).fma(minus, x);
  }

  /** What does not fill a vector. */
  private static final class Tail {

    static void quad(double[][] rows, int from, double[] w) {
      double p = w[3];
      for (int i = from; i < rows[0].length; i++) {
        double a = reduced((rows[0][i] - rows[2][i]) * w[0], p);
        double b = reduced((rows[1][i] - rows[3][i]) * w[1], p);
        double c = rows[0][i] + rows[2][i];
        double d = rows[1][i] + rows[3][i];
        rows[0][i] = reduced(c + d, p);
        rows[1][i] = reduced((c - d) * w[2], p);
        rows[2][i] = reduced(a + b, p);
        rows[3][i] = reduced((a - b) * w[2], p);
      }
    }

    static double reduced(double x, double p) {
      return Math.fma(-p, x * (1 / p) + Modulus.ROUNDING - Modulus.ROUNDING, x);
    }
  }
}
