package io.lagrid.vector;

import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.kernel.tile.Band;
import io.lagrid.algebra.kernel.tile.Reduction;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Moves finished sums from a tile to the rows they belong to, adding and reducing on the way.
 *
 * <p>This is a class of its own, fed through memory, because the compiler of JDK 17 boxes vectors
 * when reductions follow the product in one method; the detour costs less than one part in a
 * hundred.
 */
final class TileWriter {
  private TileWriter() {}

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /** Writes the tile whose first column is {@code column} of the band. */
  static void write(double[] tile, int width, Band band, int column) {
    int count = Math.min(width, band.right().columns() - column);
    for (int i = 0; i < band.left().rows(); i++) {
      double[] target = band.target().array(i);
      int to = band.target().offset(i) + column;
      if (band.add()) {
        add(tile, i * width, target, to, count);
      }
      if (count == width) {
        finish(tile, i * width, target, to, width, band.reduction());
      } else {
        finish(tile, i * width, tile, i * width, width, band.reduction());
        System.arraycopy(tile, i * width, target, to, count);
      }
    }
  }

  private static void finish(
      double[] tile, int at, double[] target, int to, int width, Reduction reduction) {
    if (reduction.rounds() == 0) {
      copy(tile, at, target, to, width);
      return;
    }
    for (int round = 1; round < reduction.rounds(); round++) {
      reduce(tile, at, tile, at, width, reduction.modulus());
    }
    reduce(tile, at, target, to, width, reduction.modulus());
  }

  private static void add(double[] tile, int at, double[] target, int from, int count) {
    int whole = SPECIES.loopBound(count);
    for (int j = 0; j < whole; j += LANES) {
      DoubleVector sum = DoubleVector.fromArray(SPECIES, tile, at + j);
      sum.add(DoubleVector.fromArray(SPECIES, target, from + j)).intoArray(tile, at + j);
    }
    for (int j = whole; j < count; j++) {
      tile[at + j] += target[from + j];
    }
  }

  private static void copy(double[] tile, int at, double[] target, int to, int width) {
    for (int j = 0; j < width; j += LANES) {
      DoubleVector.fromArray(SPECIES, tile, at + j).intoArray(target, to + j);
    }
  }

  private static void reduce(
      double[] tile, int at, double[] target, int to, int width, double modulus) {
    DoubleVector reciprocal = DoubleVector.broadcast(SPECIES, 1 / modulus);
    DoubleVector rounding = DoubleVector.broadcast(SPECIES, PrimeField.ROUNDING);
    DoubleVector minus = DoubleVector.broadcast(SPECIES, -modulus);
    for (int j = 0; j < width; j += LANES) {
      DoubleVector x = DoubleVector.fromArray(SPECIES, tile, at + j);
      DoubleVector quotient = x.fma(reciprocal, rounding).sub(rounding);
      quotient.fma(minus, x).intoArray(target, to + j);
    }
  }
}
