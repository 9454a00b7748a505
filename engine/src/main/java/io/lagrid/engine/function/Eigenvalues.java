package io.lagrid.engine.function;

import io.lagrid.algebra.matrix.Matrix;
import java.util.Arrays;

/**
 * The eigenvalues of the symmetric part (X + Xᵀ)/2 of a square block, in descending order, as one
 * row. By Jacobi's rotations, O(n³) a sweep, about ten sweeps.
 *
 * <p>Source: C. G. J. Jacobi, Über ein leichtes Verfahren, die in der Theorie der Säcularstörungen
 * vorkommenden Gleichungen numerisch aufzulösen, 1846.
 */
public record Eigenvalues() implements BlockFunction {

  private static final long serialVersionUID = 1;
  private static final int SWEEPS = 60;

  @Override
  public Matrix apply(Matrix block) {
    resultRows(block.rows(), block.columns());
    int n = block.rows();
    double[][] a = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a[i][j] = (block.get(i, j) + block.get(j, i)) / 2;
      }
    }
    int sweep = 0;
    while (sweep < SWEEPS && rotateAll(a)) {
      sweep++;
    }
    double[] ascending = new double[n];
    Arrays.setAll(ascending, i -> a[i][i]);
    Arrays.sort(ascending);
    Matrix result = Matrix.zeros(1, n);
    for (int i = 0; i < n; i++) {
      result.set(0, i, ascending[n - 1 - i]);
    }
    return result;
  }

  @Override
  public int resultRows(int rows, int columns) {
    if (rows != columns) {
      throw new IllegalArgumentException(
          "a %dx%d block has no eigenvalues; square ones have".formatted(rows, columns));
    }
    return 1;
  }

  /** Ten sweeps of n²/2 rotations, of 4n each. */
  @Override
  public double work(int rows, int columns) {
    return 20.0 * rows * rows * rows;
  }

  /** Makes every entry off the diagonal zero in turn; whether some was not, to rounding. */
  private static boolean rotateAll(double[][] a) {
    boolean rotated = false;
    for (int p = 0; p < a.length; p++) {
      for (int q = p + 1; q < a.length; q++) {
        if (Math.abs(a[p][q]) > 0x1p-53 * Math.hypot(a[p][p], a[q][q])) {
          rotate(a, p, q);
          rotated = true;
        }
      }
    }
    return rotated;
  }

  private static void rotate(double[][] a, int p, int q) {
    double ratio = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double tangent = Math.copySign(1, ratio) / (Math.abs(ratio) + Math.hypot(1, ratio));
    double cosine = 1 / Math.hypot(1, tangent);
    double sine = cosine * tangent;
    for (int k = 0; k < a.length; k++) {
      double old = a[k][p];
      a[k][p] = cosine * old - sine * a[k][q];
      a[k][q] = sine * old + cosine * a[k][q];
    }
    for (int k = 0; k < a.length; k++) {
      double old = a[p][k];
      a[p][k] = cosine * old - sine * a[q][k];
      a[q][k] = sine * old + cosine * a[q][k];
    }
  }
}
