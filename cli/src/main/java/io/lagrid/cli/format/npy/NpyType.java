package io.lagrid.cli.format.npy;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An element type of {@code .npy} files: how many bytes, and how they become numbers. */
sealed interface NpyType {

  /** The type codes that can be read, as messages list them. */
  String LEGAL = "b1, i1, i2, i4, i8, u1, u2, u4, u8, f2, f4, f8";

  /** By kind and size, without the byte order. */
  Map<String, NpyType> BY_CODE =
      Map.ofEntries(
          Map.entry("b1", new Integers(1, NpyType::bytes, 0, 1)),
          Map.entry("i1", Integers.any(1, NpyType::bytes)),
          Map.entry("i2", Integers.any(2, NpyType::shorts)),
          Map.entry("i4", Integers.any(4, NpyType::ints)),
          Map.entry("i8", Integers.any(8, NpyType::longs)),
          Map.entry("u1", Integers.any(1, NpyType::unsignedBytes)),
          Map.entry("u2", Integers.any(2, NpyType::unsignedShorts)),
          Map.entry("u4", Integers.any(4, NpyType::unsignedInts)),
          Map.entry("u8", new Integers(8, NpyType::longs, 0, Long.MAX_VALUE)),
          Map.entry("f2", new Floats(2, NpyType::halves)),
          Map.entry("f4", new Floats(4, NpyType::floats)),
          Map.entry("f8", new Floats(8, NpyType::doubles)));

  /** The number of bytes of one element. */
  int bytes();

  /** The type of that code, such as {@code f8}; null if it cannot be read. */
  static @Nullable NpyType of(String code) {
    return BY_CODE.get(code);
  }

  /** Takes {@code count} elements from a buffer in the file's byte order. */
  @FunctionalInterface
  interface LongDecoder {
    /** Decodes from the buffer's position, which may stay; writes {@code to[at…at+count)}. */
    void decode(ByteBuffer from, long[] to, int at, int count);
  }

  /** Takes {@code count} elements from a buffer in the file's byte order. */
  @FunctionalInterface
  interface DoubleDecoder {
    /** Decodes from the buffer's position, which may stay; writes {@code to[at…at+count)}. */
    void decode(ByteBuffer from, double[] to, int at, int count);
  }

  /**
   * Elements that become longs.
   *
   * @param least the smallest legal value
   * @param greatest the greatest legal value
   */
  record Integers(int bytes, LongDecoder decoder, long least, long greatest) implements NpyType {

    static Integers any(int bytes, LongDecoder decoder) {
      return new Integers(bytes, decoder, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** The first index in [from, to) whose value is not legal, or −1. */
    int firstIllegal(long[] values, int from, int to) {
      if (least == Long.MIN_VALUE) {
        return -1;
      }
      for (int i = from; i < to; i++) {
        if (values[i] < least || values[i] > greatest) {
          return i;
        }
      }
      return -1;
    }
  }

  /** Elements that become doubles. */
  record Floats(int bytes, DoubleDecoder decoder) implements NpyType {}

  private static void bytes(ByteBuffer from, long[] to, int at, int count) {
    for (int i = 0; i < count; i++) {
      to[at + i] = from.get(i);
    }
  }

  private static void unsignedBytes(ByteBuffer from, long[] to, int at, int count) {
    for (int i = 0; i < count; i++) {
      to[at + i] = from.get(i) & 0xff;
    }
  }

  private static void shorts(ByteBuffer from, long[] to, int at, int count) {
    ShortBuffer view = from.asShortBuffer();
    for (int i = 0; i < count; i++) {
      to[at + i] = view.get(i);
    }
  }

  private static void unsignedShorts(ByteBuffer from, long[] to, int at, int count) {
    ShortBuffer view = from.asShortBuffer();
    for (int i = 0; i < count; i++) {
      to[at + i] = view.get(i) & 0xffff;
    }
  }

  private static void ints(ByteBuffer from, long[] to, int at, int count) {
    IntBuffer view = from.asIntBuffer();
    for (int i = 0; i < count; i++) {
      to[at + i] = view.get(i);
    }
  }

  private static void unsignedInts(ByteBuffer from, long[] to, int at, int count) {
    IntBuffer view = from.asIntBuffer();
    for (int i = 0; i < count; i++) {
      to[at + i] = Integer.toUnsignedLong(view.get(i));
    }
  }

  private static void longs(ByteBuffer from, long[] to, int at, int count) {
    from.asLongBuffer().get(to, at, count);
  }

  private static void halves(ByteBuffer from, double[] to, int at, int count) {
    ShortBuffer view = from.asShortBuffer();
    for (int i = 0; i < count; i++) {
      to[at + i] = half(view.get(i));
    }
  }

  private static void floats(ByteBuffer from, double[] to, int at, int count) {
    FloatBuffer view = from.asFloatBuffer();
    for (int i = 0; i < count; i++) {
      to[at + i] = view.get(i);
    }
  }

  private static void doubles(ByteBuffer from, double[] to, int at, int count) {
    from.asDoubleBuffer().get(to, at, count);
  }

  /** The value of an IEEE 754 binary16: 1 sign bit, 5 exponent bits, 10 fraction bits. */
  static double half(short bits) {
    int exponent = bits >> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    double magnitude;
    if (exponent == 0x1f) {
      magnitude = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    } else if (exponent == 0) {
      magnitude = fraction * 0x1p-24;
    } else {
      magnitude = Math.scalb(1 + fraction * 0x1p-10, exponent - 15);
    }
    return bits < 0 ? -magnitude : magnitude;
  }
}
