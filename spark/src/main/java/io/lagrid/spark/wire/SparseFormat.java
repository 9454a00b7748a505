package io.lagrid.spark.wire;

import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.matrix.SparseBlock;
import io.lagrid.algebra.matrix.SparseMatrix;
import io.lagrid.algebra.matrix.SparsityPattern;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Sparse blocks as bytes; see the package's description. */
final class SparseFormat {

  private static final int HEADER = 4 * Integer.BYTES;

  private SparseFormat() {}

  /** How many bytes the block takes. */
  static long size(SparseBlock block) {
    long indices = block.rows() + 1L + block.pattern().entries();
    long size = HEADER + indices * Integer.BYTES;
    for (SparseMatrix plane : block.planes()) {
      size += 1 + plane.entries() * EntryWidth.of(row(plane)).bytes();
    }
    return size;
  }

  private static Matrix row(SparseMatrix plane) {
    return Matrix.of(1, plane.values().length, plane.values());
  }

  /** Writes the block; not modified. */
  static void write(SparseBlock block, ByteBuffer out) {
    SparsityPattern pattern = block.pattern();
    out.putInt(block.planes().size()).putInt(block.rows()).putInt(block.columns());
    out.putInt(pattern.entries());
    putAll(pattern.starts(), out);
    putAll(pattern.columnIndices(), out);
    for (SparseMatrix plane : block.planes()) {
      EntryWidth width = EntryWidth.of(row(plane));
      out.put((byte) width.bytes());
      width.write(plane.values(), 0, plane.values().length, out);
    }
  }

  private static void putAll(int[] numbers, ByteBuffer out) {
    out.asIntBuffer().put(numbers);
    out.position(out.position() + numbers.length * Integer.BYTES);
  }

  /**
   * Reads a block, with arrays of its own.
   *
   * @throws IllegalArgumentException if the bytes are no block
   */
  static SparseBlock read(ByteBuffer in) {
    int planes = in.getInt();
    int rows = in.getInt();
    int columns = in.getInt();
    int stored = in.getInt();
    if (planes < 1 || rows < 0 || columns < 0 || stored < 0) {
      throw new IllegalArgumentException(
          "a sparse block of %d planes, %d rows, %d columns and %d entries"
              .formatted(planes, rows, columns, stored));
    }
    int[] starts = ints(in, rows + 1L);
    SparsityPattern pattern = SparsityPattern.of(rows, columns, starts, ints(in, stored));
    List<double[]> values = new ArrayList<>();
    for (int i = 0; i < planes; i++) {
      values.add(BlockFormat.plane(in, 1, stored).data());
    }
    return SparseBlock.of(pattern, values);
  }

  private static int[] ints(ByteBuffer in, long count) {
    if (count > in.remaining() / Integer.BYTES) {
      throw new IllegalArgumentException(
          "%d indices announced, %d bytes left".formatted(count, in.remaining()));
    }
    int[] numbers = new int[(int) count];
    in.asIntBuffer().get(numbers);
    in.position(in.position() + numbers.length * Integer.BYTES);
    return numbers;
  }
}
