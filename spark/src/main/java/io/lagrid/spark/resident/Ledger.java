package io.lagrid.spark.resident;

import io.lagrid.spark.resident.LedgerEntry.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * What happened at this executor's workers, the newest entries of every cluster together. Holds no
 * data of shares. Thread-safe.
 */
final class Ledger {

  private static final int MOST = 10_000;

  private record Note(SeatId seat, Kind kind, long number) {}

  private final Queue<Note> notes = new ArrayDeque<>();

  synchronized void note(SeatId seat, Kind kind, long number) {
    if (notes.size() == MOST) {
      notes.remove();
    }
    notes.add(new Note(seat, kind, number));
  }

  /** One cluster's notes as bytes. */
  synchronized byte[] write(long cluster) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (Note note : notes) {
        if (note.seat().cluster() == cluster) {
          out.writeInt(note.seat().worker());
          out.writeUTF(note.kind().name());
          out.writeLong(note.number());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The entries that an executor's notes stand for. */
  static List<LedgerEntry> read(byte[] bytes, String executor, String host) {
    List<LedgerEntry> entries = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      while (in.available() > 0) {
        int worker = in.readInt();
        Kind kind = Kind.valueOf(in.readUTF());
        entries.add(new LedgerEntry(executor, host, worker, kind, in.readLong()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }
}
