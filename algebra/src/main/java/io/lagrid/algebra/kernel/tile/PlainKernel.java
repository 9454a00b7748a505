package io.lagrid.algebra.kernel.tile;

import java.util.Arrays;

/**
 * Register tiles in plain Java, in the one form that HotSpot's compiler turns into vectors on its
 * own (JDK 17 to 25): a loop over whole arrays that all have the same index, without offsets. So
 * four rows of the panel are copied into arrays of their own, and then added, multiplied by four
 * coefficients, to each row of sums in turn.
 *
 * <p>Immutable and thread-safe.
 */
final class PlainKernel implements TileKernel {

  private static final int ROWS = 16;
  private static final int COLUMNS = 256;

  @Override
  public int rows() {
    return ROWS;
  }

  @Override
  public int columns() {
    return COLUMNS;
  }

  @Override
  public void multiply(Band band) {
    int width = Math.min(COLUMNS, band.right().columns());
    double[][] sums = new double[band.left().rows()][width];
    double[][] quad = new double[4][width];
    for (int column = 0; column < band.right().columns(); column += COLUMNS) {
      int count = Math.min(COLUMNS, band.right().columns() - column);
      begin(band, column, count, sums);
      accumulate(band, column, quad, sums);
      finish(band, column, count, sums);
    }
  }

  private static void begin(Band band, int column, int count, double[][] sums) {
    for (int i = 0; i < sums.length; i++) {
      if (band.add()) {
        int from = band.target().offset(i) + column;
        System.arraycopy(band.target().array(i), from, sums[i], 0, count);
      } else {
        Arrays.fill(sums[i], 0);
      }
    }
  }

  private static void finish(Band band, int column, int count, double[][] sums) {
    for (int i = 0; i < sums.length; i++) {
      band.reduction().apply(sums[i], 0, count);
      int to = band.target().offset(i) + column;
      System.arraycopy(sums[i], 0, band.target().array(i), to, count);
    }
  }

  private static void accumulate(Band band, int column, double[][] quad, double[][] sums) {
    double[] a = band.left().data();
    double[] b = band.right().data();
    int depth = band.right().depth();
    int start = band.right().offset() + column * depth;
    int width = quad[0].length;
    int k = 0;
    for (; k + 4 <= depth; k += 4) {
      for (int u = 0; u < 4; u++) {
        System.arraycopy(b, start + (k + u) * COLUMNS, quad[u], 0, width);
      }
      for (int i = 0; i < sums.length; i++) {
        addFour(sums[i], quad, a, band.left().offset() + k * ROWS + i);
      }
    }
    for (; k < depth; k++) {
      System.arraycopy(b, start + k * COLUMNS, quad[0], 0, width);
      for (int i = 0; i < sums.length; i++) {
        addOne(sums[i], quad[0], a[band.left().offset() + k * ROWS + i]);
      }
    }
  }

  private static void addFour(double[] sums, double[][] quad, double[] a, int at) {
    double a0 = a[at];
    double a1 = a[at + ROWS];
    double a2 = a[at + 2 * ROWS];
    double a3 = a[at + 3 * ROWS];
    double[] b0 = quad[0];
    double[] b1 = quad[1];
    double[] b2 = quad[2];
    double[] b3 = quad[3];
    for (int j = 0; j < sums.length; j++) {
      double two = Math.fma(a1, b1[j], Math.fma(a0, b0[j], sums[j]));
      sums[j] = Math.fma(a3, b3[j], Math.fma(a2, b2[j], two));
    }
  }

  private static void addOne(double[] sums, double[] b, double a) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] = Math.fma(a, b[j], sums[j]);
    }
  }

  @Override
  public void dots(Stripe left, Stripe right, double[] sums) {
    for (int j = 0; j < right.rows(); j++) {
      int at = j * left.rows();
      int i = 0;
      for (; i + 4 <= left.rows(); i += 4) {
        fourDots(left, i, right, j, sums);
      }
      for (; i < left.rows(); i++) {
        sums[at + i] = dot(left, i, right, j);
      }
    }
  }

  private static void fourDots(Stripe left, int i, Stripe right, int j, double[] sums) {
    double[] a = left.data();
    double[] b = right.data();
    int start = left.start(i);
    int stride = left.stride();
    int other = right.start(j);
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    for (int k = 0; k < left.length(); k++) {
      double x = b[other + k];
      sum0 = Math.fma(a[start + k], x, sum0);
      sum1 = Math.fma(a[start + stride + k], x, sum1);
      sum2 = Math.fma(a[start + 2 * stride + k], x, sum2);
      sum3 = Math.fma(a[start + 3 * stride + k], x, sum3);
    }
    int at = j * left.rows() + i;
    sums[at] = sum0;
    sums[at + 1] = sum1;
    sums[at + 2] = sum2;
    sums[at + 3] = sum3;
  }

  private static double dot(Stripe left, int i, Stripe right, int j) {
    double[] a = left.data();
    double[] b = right.data();
    int start = left.start(i);
    int other = right.start(j);
    double sum = 0;
    for (int k = 0; k < left.length(); k++) {
      sum = Math.fma(a[start + k], b[other + k], sum);
    }
    return sum;
  }
}
