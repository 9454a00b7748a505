package io.lagrid.spark.example;

import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.engine.Lagrid;
import io.lagrid.engine.PreparedProduct;

/**
 * Ridge regression by conjugate gradients: w with (XᵀX + λI)·w = Xᵀy. X and Xᵀ stay on the workers;
 * each iteration is two rounds, in which only a vector travels.
 */
final class RidgeRegression {

  private final double ridge;
  private final int iterations;

  RidgeRegression(double ridge, int iterations) {
    this.ridge = ridge;
    this.iterations = iterations;
  }

  /** The weights, one per column of x; both operands not modified. */
  double[] fit(Lagrid lagrid, Matrix x, Matrix y) {
    try (PreparedProduct<Matrix> forth = lagrid.prepare(x, 1);
        PreparedProduct<Matrix> back = lagrid.prepare(x.transpose(), 1)) {
      double[] weights = new double[x.columns()];
      double[] residual = back.multiply(y).value().toArray();
      double[] direction = residual.clone();
      double square = dot(residual, residual);
      for (int i = 0; i < iterations && square > 0; i++) {
        Matrix moved = forth.multiply(column(direction)).value();
        double[] image = back.multiply(moved).value().toArray();
        add(image, ridge, direction);
        double step = square / dot(direction, image);
        add(weights, step, direction);
        add(residual, -step, image);
        double next = dot(residual, residual);
        double turn = next / square;
        for (int j = 0; j < direction.length; j++) {
          direction[j] = residual[j] + turn * direction[j];
        }
        square = next;
      }
      return weights;
    }
  }

  private static Matrix column(double[] entries) {
    Matrix column = Matrix.zeros(entries.length, 1);
    for (int i = 0; i < entries.length; i++) {
      column.set(i, 0, entries[i]);
    }
    return column;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void add(double[] target, double factor, double[] other) {
    for (int i = 0; i < target.length; i++) {
      target[i] += factor * other[i];
    }
  }
}
