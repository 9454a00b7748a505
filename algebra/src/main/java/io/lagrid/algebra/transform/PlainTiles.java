package io.lagrid.algebra.transform;

/** Tiles in plain Java, one stage after the other. Immutable and thread-safe. */
final class PlainTiles implements TileTransform {

  @Override
  public void evaluate(double[] x, int from, CosetTable table) {
    double[] roots = table.nodes(false).roots();
    double p = table.modulus();
    double inverse = 1 / p;
    for (int nodes = 1; nodes < table.length(); nodes *= 2) {
      int half = table.length() / nodes / 2 * WIDTH;
      for (int i = 0; i < nodes; i++) {
        double r = roots[nodes + i];
        int end = from + (2 * i + 1) * half;
        for (int j = end - half; j < end; j++) {
          double product = x[j + half] * r;
          double q = product * inverse + Modulus.ROUNDING - Modulus.ROUNDING;
          double v = Math.fma(-p, q, product);
          double u = x[j];
          x[j] = u + v;
          x[j + half] = u - v;
        }
      }
    }
  }

  @Override
  public void interpolate(double[] x, int from, CosetTable table) {
    double[] roots = table.nodes(true).roots();
    double p = table.modulus();
    double inverse = 1 / p;
    for (int nodes = table.length() / 2; nodes >= 1; nodes /= 2) {
      int half = table.length() / nodes / 2 * WIDTH;
      for (int i = 0; i < nodes; i++) {
        double r = roots[nodes + i];
        int end = from + (2 * i + 1) * half;
        for (int j = end - half; j < end; j++) {
          double sum = x[j] + x[j + half];
          double product = (x[j] - x[j + half]) * r;
          double q = sum * inverse + Modulus.ROUNDING - Modulus.ROUNDING;
          double t = product * inverse + Modulus.ROUNDING - Modulus.ROUNDING;
          x[j] = Math.fma(-p, q, sum);
          x[j + half] = Math.fma(-p, t, product);
        }
      }
    }
  }

  @Override
  public void scale(Lines source, Lines target, int count, double factor, double modulus) {
    double[] from = source.entries();
    double[] to = target.entries();
    double inverse = 1 / modulus;
    for (int line = 0; line < count; line++) {
      int read = source.first() + line * source.step();
      int write = target.first() + line * target.step();
      for (int i = 0; i < WIDTH; i++) {
        double product = from[read + i] * factor;
        double q = product * inverse + Modulus.ROUNDING - Modulus.ROUNDING;
        to[write + i] = Math.fma(-modulus, q, product) + 0.0;
      }
    }
  }
}
