package io.lagrid.spark.wire;

import io.lagrid.algebra.matrix.Matrix;
import java.nio.ByteBuffer;

/** How many bytes each entry of a plane takes. */
enum EntryWidth {
  THREE(3) {
    @Override
    void write(double[] data, int from, int count, ByteBuffer out) {
      byte[] bytes = out.array();
      int at = out.arrayOffset() + out.position();
      for (int i = from; i < from + count; i++, at += 3) {
        int value = (int) data[i];
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >> 8);
        bytes[at + 2] = (byte) (value >> 16);
      }
      out.position(out.position() + 3 * count);
    }

    @Override
    void read(ByteBuffer in, double[] data) {
      byte[] bytes = in.array();
      int at = in.arrayOffset() + in.position();
      for (int i = 0; i < data.length; i++, at += 3) {
        data[i] = (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8 | bytes[at + 2] << 16;
      }
      in.position(in.position() + 3 * data.length);
    }
  },

  FOUR(4) {
    @Override
    void write(double[] data, int from, int count, ByteBuffer out) {
      for (int i = from; i < from + count; i++) {
        out.putInt((int) data[i]);
      }
    }

    @Override
    void read(ByteBuffer in, double[] data) {
      for (int i = 0; i < data.length; i++) {
        data[i] = in.getInt();
      }
    }
  },

  EIGHT(8) {
    @Override
    void write(double[] data, int from, int count, ByteBuffer out) {
      out.asDoubleBuffer().put(data, from, count);
      out.position(out.position() + 8 * count);
    }

    @Override
    void read(ByteBuffer in, double[] data) {
      in.asDoubleBuffer().get(data);
      in.position(in.position() + 8 * data.length);
    }
  };

  private static final int LIMIT_OF_THREE = 1 << 23;

  private final int bytes;

  EntryWidth(int bytes) {
    this.bytes = bytes;
  }

  /** The number of bytes. */
  int bytes() {
    return bytes;
  }

  /** Writes entries from an index on; not modified. */
  abstract void write(double[] data, int from, int count, ByteBuffer out);

  /** Reads as many entries as the array holds; the array is overwritten. */
  abstract void read(ByteBuffer in, double[] data);

  /** The smallest width that holds every entry to the bit. */
  static EntryWidth of(Matrix matrix) {
    EntryWidth width = THREE;
    double[] data = matrix.data();
    for (int i = 0; i < matrix.rows(); i++) {
      int from = matrix.offset() + i * matrix.stride();
      for (int j = from; j < from + matrix.columns(); j++) {
        int value = (int) data[j];
        if (Double.doubleToRawLongBits(value) != Double.doubleToRawLongBits(data[j])) {
          return EIGHT;
        }
        if (value < -LIMIT_OF_THREE || value >= LIMIT_OF_THREE) {
          width = FOUR;
        }
      }
    }
    return width;
  }

  /**
   * The width of that many bytes.
   *
   * @throws IllegalArgumentException if there is none
   */
  static EntryWidth ofBytes(int bytes) {
    for (EntryWidth width : values()) {
      if (width.bytes == bytes) {
        return width;
      }
    }
    throw new IllegalArgumentException("entries of " + bytes + " bytes; 3, 4 or 8 are known");
  }
}
