package io.lagrid.algebra.transform;

import java.util.Arrays;

/**
 * Transforms in plain Java, one stage after the other, by halves so that the lower stages stay in
 * the cache. Immutable and thread-safe.
 */
public final class PlainTransform implements TransformKernel {

  private static final int CACHED = 1 << 12;

  /** The kernel; it has no parameters. */
  public PlainTransform() {}

  @Override
  public void forward(double[] source, double[] target, TransformTable table) {
    table.check(source, target);
    System.arraycopy(source, 0, target, 0, source.length);
    Arrays.fill(target, source.length, table.length(), 0);
    forward(target, 0, table.length(), table);
  }

  private static void forward(double[] x, int from, int length, TransformTable table) {
    int stage = table.stage(length);
    if (length > CACHED) {
      forwardStage(x, from, length / 2, stage, table);
      forward(x, from, length / 2, table);
      forward(x, from + length / 2, length / 2, table);
      return;
    }
    for (int half = length / 2; half >= 1; half /= 2) {
      for (int block = from; block < from + length; block += 2 * half) {
        forwardStage(x, block, half, stage, table);
      }
      stage++;
    }
  }

  private static void forwardStage(
      double[] x, int from, int half, int stage, TransformTable table) {
    double[] w = table.factors(stage, false);
    Modulus modulus = table.modulus();
    for (int j = from; j < from + half; j++) {
      double u = x[j];
      double v = x[j + half];
      x[j] = modulus.reduce(u + v);
      x[j + half] = modulus.multiply(u - v, w[j - from]);
    }
  }

  @Override
  public void inverse(double[] x, TransformTable table) {
    inverse(x, 0, table.length(), table);
  }

  private static void inverse(double[] x, int from, int length, TransformTable table) {
    int stage = table.stage(length);
    if (length > CACHED) {
      inverse(x, from, length / 2, table);
      inverse(x, from + length / 2, length / 2, table);
      inverseStage(x, from, length / 2, stage, table);
      return;
    }
    for (int half = 1; half < length; half *= 2) {
      int current = table.stage(2 * half);
      for (int block = from; block < from + length; block += 2 * half) {
        inverseStage(x, block, half, current, table);
      }
    }
  }

  private static void inverseStage(
      double[] x, int from, int half, int stage, TransformTable table) {
    double[] w = table.factors(stage, true);
    Modulus modulus = table.modulus();
    for (int j = from; j < from + half; j++) {
      double u = modulus.reduce(x[j]);
      double v = modulus.multiply(x[j + half], w[j - from]);
      x[j] = u + v;
      x[j + half] = u - v;
    }
  }

  @Override
  public void multiply(double[] x, double[] y, double factor, Modulus modulus) {
    for (int i = 0; i < x.length; i++) {
      x[i] = modulus.multiply(modulus.multiply(x[i], y[i]), factor);
    }
  }

  @Override
  public TileTransform tiles() {
    return new PlainTiles();
  }
}
