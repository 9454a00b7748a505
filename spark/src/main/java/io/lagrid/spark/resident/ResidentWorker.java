package io.lagrid.spark.resident;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.algebra.kernel.Cancellation;
import io.lagrid.algebra.kernel.Kernels;
import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.Share;
import io.lagrid.engine.cluster.Worker;
import io.lagrid.engine.cluster.WorkerEvent;
import io.lagrid.spark.resident.LedgerEntry.Kind;
import io.lagrid.spark.wire.Seal;
import io.lagrid.spark.wire.ShareFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.SparkEnv;
import org.jspecify.annotations.Nullable;

/** A worker that lives in this executor, and its shares. Thread-safe. */
final class ResidentWorker {

  private final SeatId seat;
  private final Seal seal;
  private final long limit;
  private final StorageMemory memory;
  private final Ledger ledger;
  private final Map<Long, StoredShare> shares = new TreeMap<>(); // by parcel; guarded by this
  private boolean left; // guarded by this

  ResidentWorker(SeatId seat, Seal seal, long limit, StorageMemory memory, Ledger ledger) {
    this.seat = seat;
    this.seal = seal;
    this.limit = limit;
    this.memory = memory;
    this.ledger = ledger;
    ledger.note(seat, Kind.SEATED, seat.draw());
  }

  Seal seal() {
    return seal;
  }

  /**
   * Stores the parcels not stored before.
   *
   * @param cancellation asked before every parcel, and while it is opened
   * @return the numbers of all of them
   */
  synchronized List<Long> take(List<Parcel> parcels, Cancellation cancellation) {
    List<Long> stored = new ArrayList<>();
    for (Parcel parcel : parcels) {
      cancellation.check();
      if (!left && !shares.containsKey(parcel.number())) {
        shares.put(parcel.number(), store(parcel, cancellation));
      }
      stored.add(parcel.number());
    }
    return stored;
  }

  private StoredShare store(Parcel parcel, Cancellation cancellation) {
    byte[] bytes = parcel.open(seal, cancellation);
    Share share = ShareFormat.read(bytes);
    Optional<StorageMemory.Claim> claim = memory.claim(share.bytes(), limit);
    ledger.note(seat, claim.isPresent() ? Kind.STORED : Kind.SPILLED, parcel.number());
    if (claim.isPresent()) {
      return new StoredShare.InMemory(share, claim.get());
    }
    Path file =
        SparkEnv.get().blockManager().diskBlockManager().createTempLocalBlock()._2().toPath();
    return StoredShare.OnDisk.write(file, parcel.number(), seal, bytes);
  }

  synchronized void keep(Keep keep) {
    for (Iterator<Map.Entry<Long, StoredShare>> all = shares.entrySet().iterator();
        all.hasNext(); ) {
      Map.Entry<Long, StoredShare> entry = all.next();
      if (keep.drops(entry.getKey())) {
        all.remove();
        entry.getValue().drop();
        ledger.note(seat, Kind.DROPPED, entry.getKey());
      }
    }
  }

  /** Drops every share and takes none any more. */
  synchronized void leave() {
    left = true;
    shares.values().forEach(StoredShare::drop);
    shares.clear();
    ledger.note(seat, Kind.LEFT, seat.draw());
  }

  /**
   * Runs the dispatch's task on shares held here.
   *
   * @param parcels the number of the parcel of each operand; of those not held, the worker is lost
   */
  WorkerEvent run(Dispatch dispatch, List<Long> parcels, Cancellation cancellation) {
    Worker worker = new Worker(seat.worker(), Clock.system(), Kernels::fastest);
    for (int i = 0; i < parcels.size(); i++) {
      StoredShare stored = find(parcels.get(i));
      if (stored != null) {
        worker.place(dispatch.operands().get(i), stored.share(cancellation));
      }
    }
    ledger.note(seat, Kind.COMPUTED, dispatch.round());
    return worker.run(dispatch, cancellation);
  }

  synchronized int held() {
    return shares.size();
  }

  private synchronized @Nullable StoredShare find(long parcel) {
    return shares.get(parcel);
  }
}
