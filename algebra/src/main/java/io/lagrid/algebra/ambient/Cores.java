package io.lagrid.algebra.ambient;

import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The processor's cores, for work of a coordinator that falls into independent parts. Workers do
 * not use it: each of them is one thread. Thread-safe.
 */
public final class Cores {

  /** Numbers touched below which a second thread takes longer to wake than it saves. */
  private static final long LEAST = 1 << 18;

  private Cores() {}

  /** How many parts can be worked on at once: the threads of the common pool and the caller's. */
  public static int count() {
    return ForkJoinPool.getCommonPoolParallelism() + 1;
  }

  /**
   * Runs all parts, and returns when they are done: on the calling thread alone if there is little
   * work, else also on the threads of the common pool.
   *
   * @param parts how many
   * @param numbers how many numbers they touch together
   * @param part takes a part's number, from 0; called by several threads
   * @throws RuntimeException what the first part that failed has thrown
   */
  public static void forEach(int parts, long numbers, IntConsumer part) {
    if (parts <= 1 || numbers < LEAST) {
      for (int i = 0; i < parts; i++) {
        part.accept(i);
      }
      return;
    }
    @Nullable RuntimeException[] failures = new RuntimeException[parts];
    IntStream.range(0, parts).parallel().forEach(i -> failures[i] = failure(part, i));
    for (RuntimeException failure : failures) {
      if (failure != null) {
        throw failure; // the pool would wrap it, and change its message
      }
    }
  }

  private static @Nullable RuntimeException failure(IntConsumer part, int i) {
    try {
      part.accept(i);
      return null;
    } catch (RuntimeException e) {
      return e;
    }
  }
}
