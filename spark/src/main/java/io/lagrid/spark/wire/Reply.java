package io.lagrid.spark.wire;

import io.lagrid.algebra.matrix.Block;
import io.lagrid.engine.cluster.WorkerEvent;
import io.lagrid.engine.cluster.WorkerEvent.Answered;
import io.lagrid.engine.cluster.WorkerEvent.Lost;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a worker sends back from a round: which parcels it holds by now, and its event. Immutable;
 * the event is read when it is asked for.
 */
public final class Reply {

  private static final byte ANSWER = 1;
  private static final byte LOSS = 2;

  private final List<Long> stored;
  private final ByteBuffer rest;

  private Reply(List<Long> stored, ByteBuffer rest) {
    this.stored = List.copyOf(stored);
    this.rest = rest;
  }

  /**
   * A reply as bytes.
   *
   * @param stored the numbers of the parcels that came with the task and are held now
   * @param event not modified
   */
  public static byte[] write(List<Long> stored, WorkerEvent event) {
    int header = 2 + Integer.BYTES + stored.size() * Long.BYTES;
    if (event instanceof Answered answered) {
      long size = header + Long.BYTES + BlockFormat.size(answered.answer());
      byte[] bytes = ShareFormat.array(size, "an answer");
      ByteBuffer out = begin(bytes, ANSWER, stored).putLong(answered.computeNanos());
      BlockFormat.write(answered.answer(), out);
      return bytes;
    }
    byte[] reason = ((Lost) event).reason().getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[header + Integer.BYTES + reason.length];
    begin(bytes, LOSS, stored).putInt(reason.length).put(reason);
    return bytes;
  }

  /**
   * Reads the beginning of a reply.
   *
   * @param bytes retained; not modified
   * @throws IllegalArgumentException if they are no reply of this version
   */
  public static Reply read(byte[] bytes) {
    try {
      ByteBuffer in = ShareFormat.open(bytes);
      ByteBuffer rest = in.slice(in.position(), in.remaining()).order(in.order());
      in.get();
      List<Long> stored = new ArrayList<>();
      for (int count = in.getInt(); stored.size() < count; ) {
        stored.add(in.getLong());
      }
      return new Reply(stored, rest);
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("a reply cut off after " + bytes.length + " bytes", e);
    }
  }

  /** The numbers of the parcels that came with the task and are held now. */
  public List<Long> stored() {
    return stored;
  }

  /** The event; lost if the bytes cannot be read. */
  public WorkerEvent event(int worker, long round) {
    try {
      ByteBuffer in = rest.duplicate().order(rest.order());
      byte kind = in.get();
      in.position(1 + Integer.BYTES + stored.size() * Long.BYTES);
      if (kind == ANSWER) {
        long nanos = in.getLong();
        Block answer = BlockFormat.read(in);
        return new Answered(worker, round, answer, nanos);
      }
      if (kind == LOSS) {
        byte[] reason = new byte[in.getInt()];
        in.get(reason);
        return new Lost(worker, round, new String(reason, StandardCharsets.UTF_8));
      }
      return new Lost(worker, round, "its reply is of the unknown kind " + kind);
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      return new Lost(worker, round, "its reply cannot be read: " + e);
    }
  }

  private static ByteBuffer begin(byte[] bytes, byte kind, List<Long> stored) {
    ByteBuffer out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    out.put(ShareFormat.VERSION).put(kind).putInt(stored.size());
    stored.forEach(out::putLong);
    return out;
  }
}
