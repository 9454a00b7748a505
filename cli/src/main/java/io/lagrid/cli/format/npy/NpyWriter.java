package io.lagrid.cli.format.npy;

import io.lagrid.cli.format.array.DoubleArray;
import io.lagrid.cli.format.array.LongArray;
import io.lagrid.cli.format.array.NdArray;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;

/** Writes one {@code .npy} stream, row-major and little-endian: {@code <i8} or {@code <f8}. */
final class NpyWriter {

  private static final int CHUNK_ENTRIES = 1 << 17;

  private NpyWriter() {}

  /** Writes header and entries; the array is not modified. */
  static void write(NdArray array, WritableByteChannel target) throws IOException {
    String code = array instanceof LongArray ? "<i8" : "<f8";
    drain(NpyHeader.encode(code, array.shape()), target);
    int entries = array.shape().entries();
    ByteBuffer buffer =
        ByteBuffer.allocateDirect(Math.min(CHUNK_ENTRIES, entries) * Long.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < entries; ) {
      int count = Math.min(CHUNK_ENTRIES, entries - at);
      buffer.clear();
      if (array instanceof LongArray longs) {
        buffer.asLongBuffer().put(longs.data(), at, count);
      } else if (array instanceof DoubleArray doubles) {
        buffer.asDoubleBuffer().put(doubles.data(), at, count);
      }
      drain(buffer.limit(count * Long.BYTES), target);
      at += count;
    }
  }

  /** Writes all that remains in the buffer. */
  static void drain(ByteBuffer buffer, WritableByteChannel target) throws IOException {
    while (buffer.hasRemaining()) {
      target.write(buffer);
    }
  }
}
