package io.lagrid.algebra.kernel;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.matrix.Matrix;
import java.util.ArrayList;
import java.util.List;

/** The naive twins of the kernels: three loops, over GF(p) in longs reduced at every step. */
public final class NaiveProduct {
  private NaiveProduct() {}

  /** a·b. */
  public static Matrix multiply(Field field, Matrix a, Matrix b) {
    Matrix c = Matrix.zeros(a.rows(), b.columns());
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < b.columns(); j++) {
        c.set(i, j, entry(field, a, i, b, j));
      }
    }
    return c;
  }

  private static double entry(Field field, Matrix a, int i, Matrix b, int j) {
    if (field instanceof PrimeField prime) {
      long sum = 0;
      for (int k = 0; k < a.columns(); k++) {
        long left = (long) a.get(i, k);
        long right = (long) b.get(k, j);
        sum = (sum + left * right) % prime.prime();
      }
      return balanced(sum, prime.prime());
    }
    double sum = 0;
    for (int k = 0; k < a.columns(); k++) {
      sum += a.get(i, k) * b.get(k, j);
    }
    return sum;
  }

  private static double balanced(long residue, int prime) {
    long positive = Math.floorMod(residue, (long) prime);
    return positive > prime / 2 ? positive - prime : positive;
  }

  /** Σ_k coefficients[i][k]·blocks[k] for every i. */
  public static List<Matrix> combine(Field field, Matrix coefficients, List<Matrix> blocks) {
    int rows = blocks.get(0).rows();
    int columns = blocks.get(0).columns();
    Matrix stacked = Matrix.zeros(blocks.size(), rows * columns);
    for (int k = 0; k < blocks.size(); k++) {
      System.arraycopy(
          blocks.get(k).toArray(), 0, stacked.data(), k * rows * columns, rows * columns);
    }
    Matrix product = multiply(field, coefficients, stacked);
    List<Matrix> targets = new ArrayList<>();
    for (int i = 0; i < coefficients.rows(); i++) {
      double[] row = product.block(i, 0, 1, rows * columns).toArray();
      targets.add(Matrix.of(rows, columns, row));
    }
    return targets;
  }
}
