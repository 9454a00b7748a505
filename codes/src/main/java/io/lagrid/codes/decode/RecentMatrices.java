package io.lagrid.codes.decode;

import io.lagrid.algebra.field.Field;
import io.lagrid.algebra.matrix.Matrix;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The matrices computed lately, by what they were computed from: iterated rounds meet the same sets
 * of responders again. The least recently used are dropped once all together hold more than {@link
 * #CAPACITY} entries.
 *
 * <p>Thread-safe. Two threads that miss at once may both compute.
 *
 * @param <K> what matrices are computed from; equal keys mean equal matrices
 */
final class RecentMatrices<K> {

  /** The number of doubles to keep: 32 MiB. */
  static final long CAPACITY = 1L << 22;

  private final Map<K, Matrix> matrices = new LinkedHashMap<>(16, 0.75f, true);
  private long entries;

  /** What a code's decode matrices are computed from. */
  record Responders(Field field, List<Integer> workers) {}

  /** The matrix kept for this key, or else the one computed now. */
  Matrix get(K key, Supplier<Matrix> compute) {
    synchronized (this) {
      Matrix kept = matrices.get(key);
      if (kept != null) {
        return kept;
      }
    }
    Matrix computed = compute.get();
    keep(key, computed);
    return computed;
  }

  /** How many matrices are kept. */
  synchronized int size() {
    return matrices.size();
  }

  private synchronized void keep(K key, Matrix matrix) {
    if (matrices.putIfAbsent(key, matrix) == null) {
      entries += weight(matrix);
    }
    Iterator<Matrix> eldest = matrices.values().iterator();
    while (entries > CAPACITY && matrices.size() > 1) {
      entries -= weight(eldest.next());
      eldest.remove();
    }
  }

  private static long weight(Matrix matrix) {
    return (long) matrix.rows() * matrix.columns();
  }
}
