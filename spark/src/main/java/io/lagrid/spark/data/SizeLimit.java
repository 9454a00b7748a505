package io.lagrid.spark.data;

import io.lagrid.algebra.matrix.Matrix;

/**
 * The most that may be brought into the driver's memory as one matrix. Immutable.
 *
 * @param bytes the limit, at 8 bytes an entry
 */
public record SizeLimit(long bytes) {

  private static final long MOST_ENTRIES = Integer.MAX_VALUE - 8;

  /** Checks that the limit is positive. */
  public SizeLimit {
    if (bytes < 1) {
      throw new IllegalArgumentException("a limit of " + bytes + " bytes; at least 1");
    }
  }

  /** A quarter of the memory that this process may use. */
  public static SizeLimit ofThisProcess() {
    return new SizeLimit(Runtime.getRuntime().maxMemory() / 4);
  }

  /**
   * A matrix of zeros of a shape within the limit.
   *
   * @throws IllegalArgumentException if the shape is beyond the limit, or holds more entries than
   *     one array; nothing has been fetched then
   */
  Matrix zeros(long rows, long columns) {
    if (rows > 0 && columns > Math.min(bytes / 8, MOST_ENTRIES) / rows) {
      throw new IllegalArgumentException(
          "a %dx%d matrix takes %.0f bytes; the limit is %d, and 2^31 − 9 entries"
              .formatted(rows, columns, 8.0 * rows * columns, bytes));
    }
    return Matrix.zeros((int) rows, (int) columns);
  }
}
