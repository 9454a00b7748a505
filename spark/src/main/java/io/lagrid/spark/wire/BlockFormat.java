package io.lagrid.spark.wire;

import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Blocks as bytes; see the package's description. */
final class BlockFormat {

  private static final int HEADER = 3 * Integer.BYTES;

  private BlockFormat() {}

  /** How many bytes the block takes. */
  static long size(Block block) {
    long size = HEADER;
    for (Matrix plane : block.planes()) {
      size += 1 + (long) plane.rows() * plane.columns() * EntryWidth.of(plane).bytes();
    }
    return size;
  }

  /** Writes the block; not modified. */
  static void write(Block block, ByteBuffer out) {
    out.putInt(block.planes().size()).putInt(block.rows()).putInt(block.columns());
    for (Matrix plane : block.planes()) {
      EntryWidth width = EntryWidth.of(plane);
      out.put((byte) width.bytes());
      for (int i = 0; i < plane.rows(); i++) {
        width.write(plane.data(), plane.offset() + i * plane.stride(), plane.columns(), out);
      }
    }
  }

  /**
   * Reads a block, with arrays of its own.
   *
   * @throws IllegalArgumentException if the bytes are no block
   */
  static Block read(ByteBuffer in) {
    int planes = in.getInt();
    int rows = in.getInt();
    int columns = in.getInt();
    if (planes < 1 || rows < 0 || columns < 0) {
      throw new IllegalArgumentException(
          "a block of %d planes, %d rows and %d columns".formatted(planes, rows, columns));
    }
    List<Matrix> matrices = new ArrayList<>();
    for (int i = 0; i < planes; i++) {
      matrices.add(plane(in, rows, columns));
    }
    return new Block(matrices);
  }

  /** Reads the entries of one plane. */
  static Matrix plane(ByteBuffer in, int rows, int columns) {
    EntryWidth width = EntryWidth.ofBytes(in.get());
    long entries = (long) rows * columns;
    if (entries > in.remaining() / width.bytes()) {
      throw new IllegalArgumentException(
          "%d entries of %d bytes announced, %d bytes left"
              .formatted(entries, width.bytes(), in.remaining()));
    }
    double[] data = new double[(int) entries];
    width.read(in, data);
    return Matrix.of(rows, columns, data);
  }
}
