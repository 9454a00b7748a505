package io.lagrid.spark.wire;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.OperandBlock;
import io.lagrid.algebra.matrix.SparseBlock;
import io.lagrid.engine.cluster.Share;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Shares as bytes; see the package's description. */
public final class ShareFormat {

  static final byte VERSION = 2;

  private static final byte DENSE = 0;
  private static final byte SPARSE = 1;

  private static final long MOST = Integer.MAX_VALUE - 1024;

  private ShareFormat() {}

  /**
   * The share as bytes.
   *
   * @param share not modified
   * @throws IllegalArgumentException if it takes 2 GiB or more
   */
  public static byte[] write(Share share) {
    List<Integer> primes = share.arithmetic().primes();
    long size = 1 + (2L + primes.size()) * Integer.BYTES;
    for (OperandBlock block : share.coded()) {
      size += 1 + size(block);
    }
    byte[] bytes = array(size, "a share");
    ByteBuffer out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    out.put(VERSION).putInt(primes.size());
    primes.forEach(out::putInt);
    out.putInt(share.coded().size());
    share.coded().forEach(block -> write(block, out));
    return bytes;
  }

  private static long size(OperandBlock block) {
    return block instanceof SparseBlock sparse
        ? SparseFormat.size(sparse)
        : BlockFormat.size((Block) block);
  }

  private static void write(OperandBlock block, ByteBuffer out) {
    if (block instanceof SparseBlock sparse) {
      SparseFormat.write(sparse, out.put(SPARSE));
    } else {
      BlockFormat.write((Block) block, out.put(DENSE));
    }
  }

  private static OperandBlock block(ByteBuffer in) {
    byte form = in.get();
    if (form != DENSE && form != SPARSE) {
      throw new IllegalArgumentException("a block of form " + form + "; 0 and 1 are known");
    }
    return form == SPARSE ? SparseFormat.read(in) : BlockFormat.read(in);
  }

  /**
   * The share that bytes stand for.
   *
   * @param bytes not modified
   * @throws IllegalArgumentException if they are no share of this version
   */
  public static Share read(byte[] bytes) {
    try {
      ByteBuffer in = open(bytes);
      List<Integer> primes = new ArrayList<>();
      for (int count = in.getInt(); primes.size() < count; ) {
        primes.add(in.getInt());
      }
      Arithmetic arithmetic = primes.isEmpty() ? Arithmetic.real() : Arithmetic.residues(primes);
      List<OperandBlock> blocks = new ArrayList<>();
      for (int count = in.getInt(); blocks.size() < count; ) {
        blocks.add(block(in));
      }
      return new Share(arithmetic, blocks);
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("a share cut off after " + bytes.length + " bytes", e);
    }
  }

  /** A new array of so many bytes. */
  static byte[] array(long size, String what) {
    if (size > MOST) {
      throw new IllegalArgumentException(
          "%s of %d bytes; at most %d fit: more workers or a finer partition make it smaller"
              .formatted(what, size, MOST));
    }
    return new byte[(int) size];
  }

  /** A buffer over bytes of this version, behind the version. */
  static ByteBuffer open(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    byte version = in.get();
    if (version != VERSION) {
      throw new IllegalArgumentException(
          "bytes of version %d; this is version %d: are all executors given the same jar?"
              .formatted(version, VERSION));
    }
    return in;
  }
}
