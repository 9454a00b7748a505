package io.lagrid.spark;

import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.Share;
import io.lagrid.engine.cluster.ShareKey;
import io.lagrid.spark.resident.Keep;
import io.lagrid.spark.resident.Parcel;
import io.lagrid.spark.resident.RoundCall;
import io.lagrid.spark.wire.ShareFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.SparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * The driver's book of shares: which worker was given what, and what is still to be sent. A share
 * travels with the first round that needs it, and again with later ones until its worker is known
 * to have it; the worker stores it once. Thread-safe.
 */
final class Placements {

  private final SparkContext context;
  private final long carried;
  private final Map<ShareKey, Map<Integer, Placed>> book = new HashMap<>();
  private final Map<ShareKey, Broadcast<byte[]>> common = new HashMap<>();
  private long newest;

  Placements(SparkContext context, long carried) {
    this.context = context;
    this.carried = carried;
  }

  /**
   * Enters a share.
   *
   * @throws IllegalStateException if the worker has one under that key
   */
  void place(ShareKey key, int worker, Share share) {
    byte[] bytes = ShareFormat.write(share);
    synchronized (this) {
      Map<Integer, Placed> placed = book.computeIfAbsent(key, missing -> new TreeMap<>());
      if (placed.containsKey(worker)) {
        throw new IllegalStateException(
            "worker %d already holds a share under job %d, operand %d"
                .formatted(worker, key.job(), key.operand()));
      }
      placed.put(worker, new Placed(++newest, bytes));
    }
  }

  /** Strikes out the shares under a key; returns how many bytes executors may hold of them. */
  synchronized long release(ShareKey key) {
    Map<Integer, Placed> placed = book.remove(key);
    long bytes = 0;
    if (placed != null) {
      for (Placed share : placed.values()) {
        bytes += share.unsent() == null ? share.size() : 0;
        share.settle();
      }
    }
    Broadcast<byte[]> shared = common.remove(key);
    if (shared != null) {
      shared.destroy();
    }
    return bytes;
  }

  synchronized void releaseAll() {
    List.copyOf(book.keySet()).forEach(this::release);
  }

  /** The call that has the worker in a seat take its part in a round. */
  synchronized RoundCall call(Seat seat, Dispatch dispatch, int workers) {
    List<Long> operands = new ArrayList<>();
    List<Parcel> parcels = new ArrayList<>();
    for (ShareKey key : dispatch.operands()) {
      shareIfCommon(key, workers);
      Placed placed = book.getOrDefault(key, Map.of()).get(seat.id().worker());
      operands.add(placed == null ? -1 : placed.number());
      Parcel parcel = placed == null ? null : placed.parcel(seat.seal(), carried, context);
      if (parcel != null) {
        parcels.add(parcel);
      }
    }
    return new RoundCall(seat.id(), dispatch, operands, parcels, keep(seat.id().worker()));
  }

  /** What a worker is to keep. */
  synchronized Keep keep(int worker) {
    List<Long> listed =
        book.values().stream()
            .map(placed -> placed.get(worker))
            .filter(Objects::nonNull)
            .map(Placed::number)
            .toList();
    return new Keep(listed, newest);
  }

  /** The worker has those parcels. */
  synchronized void arrived(int worker, Collection<Long> parcels) {
    for (Map.Entry<ShareKey, Map<Integer, Placed>> entry : book.entrySet()) {
      Placed placed = entry.getValue().get(worker);
      if (placed != null && parcels.contains(placed.number())) {
        placed.settle();
        Broadcast<byte[]> shared = common.get(entry.getKey());
        if (shared != null && entry.getValue().values().stream().allMatch(Placed::arrived)) {
          common.remove(entry.getKey());
          shared.destroy();
        }
      }
    }
  }

  /** The worker will never need anything any more. */
  synchronized void lost(int worker) {
    for (Map<Integer, Placed> placed : book.values()) {
      Placed share = placed.get(worker);
      if (share != null) {
        share.settle();
      }
    }
  }

  /** How many shares are placed. */
  synchronized int held() {
    return book.values().stream().mapToInt(Map::size).sum();
  }

  /** A large share that every worker is given alike is no secret among them: Spark spreads it. */
  private void shareIfCommon(ShareKey key, int workers) {
    Collection<Placed> placed = book.getOrDefault(key, Map.of()).values();
    if (workers < 2 || placed.size() < workers) {
      return;
    }
    byte[] first = placed.iterator().next().unsent();
    if (first == null || first.length <= carried) {
      return;
    }
    if (placed.stream().allMatch(share -> Arrays.equals(share.unsent(), first))) {
      Broadcast<byte[]> shared = Placed.broadcast(context, first);
      common.put(key, shared);
      placed.forEach(share -> share.share(shared));
    }
  }
}
