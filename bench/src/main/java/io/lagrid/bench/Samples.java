package io.lagrid.bench;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.field.Primes;
import io.lagrid.algebra.field.RealField;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;

/** Random operands. */
final class Samples {
  private Samples() {}

  private static final Randomness RANDOMNESS = Randomness.insecure(1);

  /** The reals, or GF(p) for the largest prime of {@link Primes}. */
  static Field field(String name) {
    return switch (name) {
      case "real" -> RealField.instance();
      case "modular" -> PrimeField.of(Primes.largest(1).get(0));
      default -> throw new IllegalArgumentException("no field " + name + "; real or modular");
    };
  }

  /** Uniform elements of a field; of the reals, of [−½, ½). */
  static Matrix matrix(Field field, int rows, int columns) {
    Matrix matrix = Matrix.zeros(rows, columns);
    double[] data = matrix.data();
    if (field instanceof PrimeField prime) {
      RANDOMNESS.fill(prime, data, 0, data.length);
    } else {
      for (int i = 0; i < data.length; i++) {
        data[i] = RANDOMNESS.nextDouble() - 0.5;
      }
    }
    return matrix;
  }

  /** Uniform integers of the given number of bits, sign included. */
  static LongMatrix integers(int bits, int rows, int columns) {
    LongMatrix matrix = LongMatrix.zeros(rows, columns);
    long[] data = matrix.data();
    for (int i = 0; i < data.length; i++) {
      data[i] = RANDOMNESS.nextLong() >> (64 - bits);
    }
    return matrix;
  }

  /** The shape of a product: rows × inner times inner × columns. */
  record Shape(int rows, int inner, int columns) {

    /** Reads {@code ROWSxINNERxCOLUMNS}. */
    static Shape parse(String text) {
      String[] sides = text.split("x", -1);
      if (sides.length != 3) {
        throw new IllegalArgumentException("shape " + text + " is not of the form 20x10x1024");
      }
      return new Shape(
          Integer.parseInt(sides[0]), Integer.parseInt(sides[1]), Integer.parseInt(sides[2]));
    }

    double multiplyAdds() {
      return (double) rows * inner * columns;
    }
  }
}
