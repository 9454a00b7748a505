package io.lagrid.engine;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.LongMatrix;
import io.lagrid.algebra.matrix.Matrix;

/** The naive twins: operands at random, products by the definition. */
public final class Naive {

  private Naive() {}

  /** Integers of magnitude at most {@code bound}. */
  public static LongMatrix longs(int rows, int columns, int bound, Randomness random) {
    LongMatrix matrix = LongMatrix.zeros(rows, columns);
    for (int i = 0; i < matrix.data().length; i++) {
      matrix.data()[i] = random.nextInt(2 * bound + 1) - (long) bound;
    }
    return matrix;
  }

  /** Doubles uniform in [−1, 1). */
  public static Matrix doubles(int rows, int columns, Randomness random) {
    Matrix matrix = Matrix.zeros(rows, columns);
    for (int i = 0; i < matrix.data().length; i++) {
      matrix.data()[i] = 2 * random.nextDouble() - 1;
    }
    return matrix;
  }

  /** A·B with overflow detected. */
  public static LongMatrix product(LongMatrix a, LongMatrix b) {
    LongMatrix c = LongMatrix.zeros(a.rows(), b.columns());
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < b.columns(); j++) {
        long sum = 0;
        for (int k = 0; k < a.columns(); k++) {
          sum = Math.addExact(sum, Math.multiplyExact(a.get(i, k), b.get(k, j)));
        }
        c.set(i, j, sum);
      }
    }
    return c;
  }

  /** A·B in doubles. */
  public static Matrix product(Matrix a, Matrix b) {
    Matrix c = Matrix.zeros(a.rows(), b.columns());
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < b.columns(); j++) {
        double sum = 0;
        for (int k = 0; k < a.columns(); k++) {
          sum += a.get(i, k) * b.get(k, j);
        }
        c.set(i, j, sum);
      }
    }
    return c;
  }

  /** max |x − y| / (‖A‖·‖B‖), Frobenius norms. */
  public static double relativeError(Matrix x, Matrix y, Matrix a, Matrix b) {
    double worst = 0;
    for (int i = 0; i < x.rows(); i++) {
      for (int j = 0; j < x.columns(); j++) {
        worst = Math.max(worst, Math.abs(x.get(i, j) - y.get(i, j)));
      }
    }
    return worst / (norm(a) * norm(b));
  }

  private static double norm(Matrix matrix) {
    double sum = 0;
    for (double x : matrix.toArray()) {
      sum += x * x;
    }
    return Math.sqrt(sum);
  }
}
