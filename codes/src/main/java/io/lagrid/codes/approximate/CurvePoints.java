package io.lagrid.codes.approximate;

import io.lagrid.algebra.linear.Chebyshev;
import java.util.ArrayDeque;
import java.util.Queue;

/** Where data and workers lie on the line. */
final class CurvePoints {

  private static final int SHIFTS = 64;

  private CurvePoints() {}

  /**
   * α: the zeros of T_(K+T), data blocks first. The noise points are spread evenly among them, so
   * that no worker is far from noise.
   */
  static double[] data(CurveParameters parameters) {
    int data = parameters.dataPoints();
    int noise = parameters.colluders();
    double[] zeros = Chebyshev.zeros(data + noise);
    double[] points = new double[zeros.length];
    int placed = 0;
    for (int j = 0; j < zeros.length; j++) {
      // position j is a noise point if the count of noise points due steps up there
      int due = (int) ((2L * j + 2 + data / Math.max(1, noise)) * noise / (2L * zeros.length));
      if (placed < Math.min(due, noise) || j - placed >= data) {
        points[data + placed++] = zeros[j];
      } else {
        points[j - placed] = zeros[j];
      }
    }
    return points;
  }

  /**
   * β: the extrema cos(nπ/(N−1)), ends included. Some may equal an α, which is harmless; but a
   * worker at an α_k would hold X_k itself, so with colluders the points are cos((n+φ)π/N) for the
   * shift φ that keeps furthest away from all α.
   *
   * <p>They are {@link #spread} over the workers: clusters tend to hear of their workers in the
   * order of their numbers, and few answers tell something of the curve only if they come from all
   * of it. What colluders learn depends on the set of points alone, whoever has which.
   */
  static double[] workers(CurveParameters parameters) {
    int count = parameters.workers();
    if (parameters.colluders() == 0) {
      return spread(Chebyshev.extrema(count));
    }
    double[] data = data(parameters);
    double[] best = shifted(count, 1);
    for (int shift = 2; shift < SHIFTS; shift++) {
      double[] points = shifted(count, shift);
      if (distance(points, data) > distance(best, data)) {
        best = points;
      }
    }
    return spread(best);
  }

  /** The same points, the two ends first, then the middles of gaps, wider ones before narrower. */
  private static double[] spread(double[] line) {
    double[] points = new double[line.length];
    points[0] = line[0];
    int placed = 1;
    if (line.length > 1) {
      points[placed++] = line[line.length - 1];
    }
    Queue<int[]> gaps = new ArrayDeque<>();
    gaps.add(new int[] {0, line.length - 1});
    while (placed < points.length) {
      int[] gap = gaps.remove();
      int middle = (gap[0] + gap[1]) / 2;
      if (middle > gap[0]) {
        points[placed++] = line[middle];
        gaps.add(new int[] {gap[0], middle});
        gaps.add(new int[] {middle, gap[1]});
      }
    }
    return points;
  }

  private static double[] shifted(int count, int shift) {
    double[] points = new double[count];
    for (int i = 0; i < count; i++) {
      points[i] = Chebyshev.cosine((long) SHIFTS * i + shift, (long) SHIFTS * count);
    }
    return points;
  }

  /** The least difference of angles between the two sets. */
  private static double distance(double[] points, double[] others) {
    double least = Double.POSITIVE_INFINITY;
    for (double point : points) {
      for (double other : others) {
        least = Math.min(least, Math.abs(Math.acos(point) - Math.acos(other)));
      }
    }
    return least;
  }
}
