package io.lagrid.cli.format.npy;

import io.lagrid.cli.format.array.BadInputException;
import io.lagrid.cli.format.array.DoubleArray;
import io.lagrid.cli.format.array.LongArray;
import io.lagrid.cli.format.array.NdArray;
import io.lagrid.cli.format.array.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;

/** Reads one {@code .npy} stream, in chunks that bulk views copy straight into the array. */
final class NpyReader {

  private static final int CHUNK = 1 << 20;
  private static final int LONGEST_HEADER = 1 << 20;

  private final ReadableByteChannel channel;
  private final long length;
  private final String source;
  private long position;

  /**
   * A reader of a channel that holds {@code length} bytes.
   *
   * @param source how messages name the file
   */
  NpyReader(ReadableByteChannel channel, long length, String source) {
    this.channel = channel;
    this.length = length;
    this.source = source;
  }

  NdArray read() throws IOException {
    NpyHeader header = header();
    long expected = position + header.dataBytes();
    if (length != expected) {
      throw BadInputException.in(
          source,
          "%s: the file has %d bytes; shape %s of %s needs %d",
          length < expected ? "truncated" : "trailing bytes",
          length,
          header.shape(),
          header.code(),
          expected);
    }
    NdArray flat = data(header);
    if (!header.columnMajor() || header.shape().rank() < 2) {
      return flat.reshape(header.shape());
    }
    return flat.rearrange(header.shape(), header.shape().columnMajorStrides());
  }

  private NpyHeader header() throws IOException {
    if (length == 0) {
      throw BadInputException.in(source, "the file is empty; an .npy file is expected");
    }
    ByteBuffer prefix = take(8, "the magic string and version");
    byte[] magic = new byte[NpyFormat.MAGIC.length()];
    prefix.get(magic);
    if (!new String(magic, StandardCharsets.ISO_8859_1).equals(NpyFormat.MAGIC)) {
      throw BadInputException.in(
          source, "byte 0: an .npy file starts with \\x93NUMPY, not %s", show(magic));
    }
    int major = prefix.get();
    int minor = prefix.get();
    if (major < 1 || major > 3 || minor != 0) {
      throw BadInputException.in(
          source, "byte 6: format version %d.%d; legal are 1.0, 2.0, 3.0", major, minor);
    }
    long size =
        major == 1
            ? take(2, "the header's length").getShort() & 0xffff
            : Integer.toUnsignedLong(take(4, "the header's length").getInt());
    if (size > LONGEST_HEADER) {
      throw BadInputException.in(
          source, "byte 8: a header of %d bytes; at most %d are legal", size, LONGEST_HEADER);
    }
    int start = (int) position;
    ByteBuffer text = take((int) size, "a header of " + size + " bytes");
    String decoded =
        (major == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1).decode(text).toString();
    return NpyHeader.parse(decoded, start, source);
  }

  private static String show(byte[] bytes) {
    return BadInputException.quote(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  /** The next {@code count} bytes, little-endian. */
  private ByteBuffer take(int count, String what) throws IOException {
    if (position + count > length) {
      throw BadInputException.in(
          source, "byte %d: truncated: the file ends within %s", position, what);
    }
    ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    fill(buffer);
    return buffer;
  }

  /** Fills the buffer and makes it ready to be read. */
  private void fill(ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      int count = channel.read(buffer);
      if (count < 0) {
        throw BadInputException.in(
            source, "byte %d: truncated: the file ends before its %d bytes", position, length);
      }
      position += count;
    }
    buffer.flip();
  }

  private NdArray data(NpyHeader header) throws IOException {
    int entries = header.shape().entries();
    Shape flat = Shape.of(entries);
    NpyType type = header.type();
    if (type instanceof NpyType.Integers integers) {
      long[] target = new long[entries];
      chunks(header, (from, at, count) -> longs(header, integers, from, target, at, count));
      return new LongArray(flat, target);
    }
    NpyType.Floats floats = (NpyType.Floats) type;
    double[] target = new double[entries];
    chunks(header, (from, at, count) -> floats.decoder().decode(from, target, at, count));
    return new DoubleArray(flat, target);
  }

  @FunctionalInterface
  private interface ChunkDecoder {
    void decode(ByteBuffer from, int at, int count);
  }

  private void chunks(NpyHeader header, ChunkDecoder decoder) throws IOException {
    int entries = header.shape().entries();
    int bytes = header.type().bytes();
    ByteBuffer buffer =
        ByteBuffer.allocateDirect((int) Math.min(CHUNK, header.dataBytes())).order(header.order());
    for (int at = 0; at < entries; ) {
      int count = Math.min(buffer.capacity() / bytes, entries - at);
      fill(buffer.clear().limit(count * bytes));
      decoder.decode(buffer, at, count);
      at += count;
    }
  }

  private void longs(
      NpyHeader header, NpyType.Integers type, ByteBuffer from, long[] target, int at, int count) {
    type.decoder().decode(from, target, at, count);
    int illegal = type.firstIllegal(target, at, at + count);
    if (illegal >= 0) {
      String value =
          type.bytes() == 8 ? Long.toUnsignedString(target[illegal]) : "" + target[illegal];
      throw BadInputException.in(
          source,
          "byte %d: entry %d of %s is %s; legal are %d to %d",
          position - (long) (at + count - illegal) * type.bytes(),
          illegal,
          header.code(),
          value,
          type.least(),
          type.greatest());
    }
  }
}
