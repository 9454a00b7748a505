package io.lagrid.algebra.transfer;

import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.transform.CosetTable;
import io.lagrid.algebra.transform.Lines;
import io.lagrid.algebra.transform.TileTransform;
import java.util.Arrays;

/**
 * Some columns of many rows, in tiles of {@link TileTransform#WIDTH} columns: a tile's rows follow
 * each other, so that it fits the first-level cache, and the stripe fits the second. Confined to
 * one thread.
 */
final class Stripe {

  private static final int WIDTH = TileTransform.WIDTH;

  /** Where a cache line begins in an array that begins with one. */
  private static final int ALIGNED = 6;

  private final int rows;
  private final double modulus;
  private final TileTransform kernel;
  private final double[] entries;
  private final double[] line;

  /** Entries {@code first} to {@code first + count − 1} of every block, in row-major order. */
  record Range(int first, int count) {

    /** How many tiles they take. */
    int tiles() {
      return (count + WIDTH - 1) / WIDTH;
    }
  }

  /** An empty stripe over GF(p), p {@code modulus}. */
  Stripe(int rows, int tiles, double modulus, TileTransform kernel) {
    this.rows = rows;
    this.modulus = modulus;
    this.kernel = kernel;
    this.entries = new double[ALIGNED + tiles * step(rows)];
    this.line = new double[tiles * WIDTH];
  }

  /** From a tile to the next: one row more, lest all tiles' rows meet in the same cache sets. */
  private static int step(int rows) {
    return (rows + 1) * WIDTH;
  }

  private int tile(int number) {
    return ALIGNED + number * step(rows);
  }

  private Lines row(int place) {
    return new Lines(entries, ALIGNED + place * WIDTH, step(rows));
  }

  /** Sets a row to a block's entries times a factor. */
  void load(Matrix block, Range range, int place, double factor) {
    Lines from = new Lines(block.data(), block.offset() + range.first(), WIDTH);
    if (range.count() % WIDTH != 0) {
      System.arraycopy(from.entries(), from.first(), line, 0, range.count());
      Arrays.fill(line, range.count(), line.length, 0);
      from = new Lines(line, 0, WIDTH);
    }
    kernel.scale(from, row(place), range.tiles(), factor, modulus);
  }

  /** Writes a row times a factor to a block. */
  void store(Matrix block, Range range, int place, double factor) {
    if (block.contiguous() && range.count() % WIDTH == 0) {
      Lines to = new Lines(block.data(), block.offset() + range.first(), WIDTH);
      kernel.scale(row(place), to, range.tiles(), factor, modulus);
      return;
    }
    kernel.scale(row(place), new Lines(line, 0, WIDTH), range.tiles(), factor, modulus);
    for (int i = 0; i < range.count(); i++) {
      int entry = range.first() + i;
      block.set(entry / block.columns(), entry % block.columns(), line[i]);
    }
  }

  /** Multiplies a row by a factor. */
  void scale(int place, int tiles, double factor) {
    kernel.scale(row(place), row(place), tiles, factor, modulus);
  }

  /** Sets a row to zero. */
  void clear(int place, int tiles) {
    for (int t = 0; t < tiles; t++) {
      int at = tile(t) + place * WIDTH;
      Arrays.fill(entries, at, at + WIDTH, 0);
    }
  }

  /** From coefficients to values, in one tile. */
  void evaluate(int tile, CosetTable table) {
    kernel.evaluate(entries, tile(tile), table);
  }

  /** From values to coefficients, in one tile. */
  void interpolate(int tile, CosetTable table) {
    kernel.interpolate(entries, tile(tile), table);
  }

  /** Copies one tile of another stripe of this shape. */
  void copy(int tile, Stripe other) {
    System.arraycopy(other.entries, tile(tile), entries, tile(tile), rows * WIDTH);
  }

  /** Adds one tile of another stripe of this shape. */
  void add(int tile, Stripe other) {
    double inverse = 1 / modulus;
    int end = tile(tile) + rows * WIDTH;
    for (int i = tile(tile); i < end; i++) {
      double sum = entries[i] + other.entries[i];
      double q = sum * inverse + PrimeField.ROUNDING - PrimeField.ROUNDING;
      entries[i] = Math.fma(-modulus, q, sum);
    }
  }
}
