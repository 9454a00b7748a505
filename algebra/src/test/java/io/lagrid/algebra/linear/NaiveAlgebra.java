package io.lagrid.algebra.linear;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.field.PrimeField;
import io.lagrid.algebra.matrix.Matrix;
import java.util.Arrays;

/** Textbook definitions, one operation of the field at a time. */
final class NaiveAlgebra {

  private NaiveAlgebra() {}

  static Matrix product(Field field, Matrix a, Matrix b) {
    Matrix c = Matrix.zeros(a.rows(), b.columns());
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < b.columns(); j++) {
        double sum = 0;
        for (int k = 0; k < a.columns(); k++) {
          sum = field.add(sum, field.multiply(a.get(i, k), b.get(k, j)));
        }
        c.set(i, j, sum);
      }
    }
    return c;
  }

  static Matrix identity(int n) {
    Matrix identity = Matrix.zeros(n, n);
    for (int i = 0; i < n; i++) {
      identity.set(i, i, 1);
    }
    return identity;
  }

  /** The determinant by expansion along the first row. */
  static double determinant(Field field, Matrix a) {
    if (a.rows() == 0) {
      return 1;
    }
    double sum = 0;
    for (int j = 0; j < a.columns(); j++) {
      double minor = field.multiply(a.get(0, j), determinant(field, without(a, j)));
      sum = j % 2 == 0 ? field.add(sum, minor) : field.subtract(sum, minor);
    }
    return sum;
  }

  private static Matrix without(Matrix a, int column) {
    Matrix rest = Matrix.zeros(a.rows() - 1, a.columns() - 1);
    for (int i = 1; i < a.rows(); i++) {
      for (int j = 0; j < a.columns() - 1; j++) {
        rest.set(i - 1, j, a.get(i, j < column ? j : j + 1));
      }
    }
    return rest;
  }

  /** ℓ_k(x) by its definition. */
  static double lagrange(Field field, double[] nodes, int k, double x) {
    double product = 1;
    for (int j = 0; j < nodes.length; j++) {
      if (j != k) {
        double quotient =
            field.divide(field.subtract(x, nodes[j]), field.subtract(nodes[k], nodes[j]));
        product = field.multiply(product, quotient);
      }
    }
    return product;
  }

  /** A matrix of random elements, or of numbers between −1 and 1 over the reals. */
  static Matrix random(Field field, int rows, int columns, long seed) {
    Randomness randomness = Randomness.insecure(seed);
    Matrix matrix = Matrix.zeros(rows, columns);
    if (field instanceof PrimeField prime) {
      randomness.fill(prime, matrix.data(), 0, rows * columns);
    } else {
      Arrays.setAll(matrix.data(), i -> 2 * randomness.nextDouble() - 1);
    }
    return matrix;
  }

  /** 1, 2, …, count as elements. */
  static double[] firstElements(Field field, int count) {
    double[] elements = new double[count];
    Arrays.setAll(elements, i -> field.of(i + 1L));
    return elements;
  }

  /** The largest difference of two entries in the same place. */
  static double distance(Matrix a, Matrix b) {
    double[] x = a.toArray();
    double[] y = b.toArray();
    double largest = 0;
    for (int i = 0; i < x.length; i++) {
      largest = Math.max(largest, Math.abs(x[i] - y[i]));
    }
    return largest;
  }
}
