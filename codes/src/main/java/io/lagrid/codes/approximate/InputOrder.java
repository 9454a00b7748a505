package io.lagrid.codes.approximate;

import io.lagrid.algebra.matrix.Matrix;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Orders of data blocks along which they change little from one to the next, so that the curve
 * through them is smooth. Data that come in one dimension are sorted; others take a short path:
 * from every start to the nearest block not yet visited, the best such path improved by reversing
 * stretches of it (2-opt).
 *
 * <p>O(K³) for K blocks. Stateless and thread-safe.
 */
public final class InputOrder {

  private static final int SWEEPS = 20;

  private InputOrder() {}

  /**
   * A good order.
   *
   * @param features K×d: what is compared of every block, such as d of its coordinates or of its
   *     random projections; not modified
   * @return a permutation of 0, …, K − 1, a new array
   */
  public static int[] of(Matrix features) {
    int[] identity = IntStream.range(0, features.rows()).toArray();
    if (features.columns() == 1) {
      return IntStream.of(identity)
          .boxed()
          .sorted(Comparator.comparingDouble(block -> features.get(block, 0)))
          .mapToInt(block -> block)
          .toArray();
    }
    double[][] distances = distances(features);
    int[] best = identity;
    for (int start = 0; start < identity.length; start++) {
      int[] path = nearest(distances, start);
      best = length(distances, path) < length(distances, best) ? path : best;
    }
    improve(distances, best);
    return best;
  }

  /**
   * Σ_j ‖x_(j+1) − x_j‖² along an order: the smaller, the smoother the curve.
   *
   * @param features K×d; not modified
   * @param order a permutation of 0, …, K − 1; not modified
   */
  public static double roughness(Matrix features, int[] order) {
    double sum = 0;
    for (int j = 1; j < order.length; j++) {
      sum += squared(features, order[j - 1], order[j]);
    }
    return sum;
  }

  private static double squared(Matrix features, int i, int j) {
    double sum = 0;
    for (int k = 0; k < features.columns(); k++) {
      double difference = features.get(i, k) - features.get(j, k);
      sum += difference * difference;
    }
    return sum;
  }

  private static double[][] distances(Matrix features) {
    double[][] distances = new double[features.rows()][features.rows()];
    for (int i = 0; i < distances.length; i++) {
      for (int j = 0; j < distances.length; j++) {
        distances[i][j] = squared(features, i, j);
      }
    }
    return distances;
  }

  private static int[] nearest(double[][] distances, int start) {
    int[] path = new int[distances.length];
    boolean[] visited = new boolean[distances.length];
    path[0] = start;
    visited[start] = true;
    for (int step = 1; step < path.length; step++) {
      double[] from = distances[path[step - 1]];
      int next = -1;
      for (int candidate = 0; candidate < path.length; candidate++) {
        if (!visited[candidate] && (next < 0 || from[candidate] < from[next])) {
          next = candidate;
        }
      }
      path[step] = next;
      visited[next] = true;
    }
    return path;
  }

  private static double length(double[][] distances, int[] path) {
    double sum = 0;
    for (int j = 1; j < path.length; j++) {
      sum += distances[path[j - 1]][path[j]];
    }
    return sum;
  }

  private static void improve(double[][] distances, int[] path) {
    boolean better = true;
    for (int sweep = 0; sweep < SWEEPS && better; sweep++) {
      better = false;
      for (int i = 0; i < path.length; i++) {
        for (int j = i + 1; j < path.length; j++) {
          if (gain(distances, path, i, j) > 0) {
            reverse(path, i, j);
            better = true;
          }
        }
      }
    }
  }

  /** How much shorter the path gets when the stretch i, …, j is walked backwards. */
  private static double gain(double[][] distances, int[] path, int i, int j) {
    double gain = 0;
    if (i > 0) {
      gain += distances[path[i - 1]][path[i]] - distances[path[i - 1]][path[j]];
    }
    if (j + 1 < path.length) {
      gain += distances[path[j]][path[j + 1]] - distances[path[i]][path[j + 1]];
    }
    return gain;
  }

  private static void reverse(int[] path, int i, int j) {
    for (int low = i, high = j; low < high; low++, high--) {
      int swapped = path[low];
      path[low] = path[high];
      path[high] = swapped;
    }
  }
}
