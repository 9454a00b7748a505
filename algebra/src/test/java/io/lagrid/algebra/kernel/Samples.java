package io.lagrid.algebra.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.matrix.Matrix;

/** Random matrices, and comparison over a field. */
final class Samples {

  private static final double SENTINEL = 0.5;

  private final Field field;
  private final Randomness randomness;

  Samples(Field field, long seed) {
    this.field = field;
    this.randomness = Randomness.insecure(seed);
  }

  /** A matrix of random elements. */
  Matrix random(int rows, int columns) {
    return fill(Matrix.zeros(rows, columns));
  }

  /** A view, with gaps between its rows, of random elements. */
  Matrix view(int rows, int columns) {
    return fill(room(rows, columns).block(2, 3, rows, columns));
  }

  /** A matrix with room for a view of the given shape and a margin around it. */
  static Matrix room(int rows, int columns) {
    Matrix room = Matrix.zeros(rows + 3, columns + 5);
    java.util.Arrays.fill(room.data(), SENTINEL);
    return room;
  }

  /** Fails unless the margin of {@code room} around the view at (2, 3) is as it was. */
  static void assertMarginKept(Matrix room) {
    for (int i = 0; i < room.rows(); i++) {
      for (int j = 0; j < room.columns(); j++) {
        boolean inside = i >= 2 && i < room.rows() - 1 && j >= 3 && j < room.columns() - 2;
        if (!inside && room.get(i, j) != SENTINEL) {
          fail("margin entry (%d, %d) became %s", i, j, room.get(i, j));
        }
      }
    }
  }

  private Matrix fill(Matrix matrix) {
    double[] row = new double[matrix.columns()];
    for (int i = 0; i < matrix.rows(); i++) {
      if (field instanceof PrimeField prime) {
        randomness.fill(prime, row, 0, row.length);
      } else {
        java.util.Arrays.setAll(row, j -> randomness.nextDouble() - 0.5);
      }
      int to = matrix.offset() + i * matrix.stride();
      System.arraycopy(row, 0, matrix.data(), to, row.length);
    }
    return matrix;
  }

  /**
   * Over GF(p), equality; over the reals, a difference of at most terms·2^-53 for entries below
   * 1/2, the bound of a sum of that many products of such numbers in any order, doubled.
   */
  void assertEqual(Matrix actual, Matrix expected, int terms, String what) {
    if (field.exact()) {
      assertThat(actual).as(what).isEqualTo(expected);
      return;
    }
    assertThat(actual.shape()).as(what).isEqualTo(expected.shape());
    for (int i = 0; i < actual.rows(); i++) {
      for (int j = 0; j < actual.columns(); j++) {
        double difference = Math.abs(actual.get(i, j) - expected.get(i, j));
        if (!(difference <= bound(terms))) {
          fail("%s: off by %s at (%d, %d)", what, difference, i, j);
        }
      }
    }
  }

  private static double bound(int terms) {
    return 2.0 * terms * terms * 0.25 * 0x1p-53;
  }
}
