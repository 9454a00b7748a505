package io.lagrid.engine.cluster.piece;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.Dispatch;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.Share;
import io.lagrid.engine.cluster.ShareKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A cluster whose workers are pieces: worker i of the inner cluster computes ℓ_i of them, one after
 * the other, and each is delivered as it is done. Every code runs on it unchanged. So
 *
 * <ul>
 *   <li>partial answers count: a worker that has done 7 of its 10 pieces contributes 7;
 *   <li>loads may differ: fast workers get more pieces ({@link
 *       io.lagrid.engine.statistics.HeterogeneousLoads});
 *   <li>with the code {@code lt}, work is rateless: everybody computes until there is enough.
 * </ul>
 *
 * <p>Liars, stragglers and colluders are then counted in pieces: {@link Loads#inPieces}.
 *
 * <p>If it is adaptive, the loads of a round follow the speeds that earlier rounds have shown. The
 * shares of all pieces that a worker could be given are kept here, and sent when it is; nothing is
 * encoded again, and nothing that a worker holds is sent again.
 *
 * <p>Thread-safe.
 */
public final class PieceCluster implements Cluster {

  private final Cluster inner;
  private final Loads capacity;
  private final Numbering numbering;
  private final Optional<LoadPolicy> policy;
  private final SpeedBook speeds; // guarded by this
  private final Map<ShareKey, Placement> placements = new HashMap<>(); // guarded by this
  private Loads loads; // guarded by this
  private boolean closed; // guarded by this

  private PieceCluster(Cluster inner, Loads capacity, Optional<LoadPolicy> policy, Loads first) {
    if (inner.workers() != capacity.workers() || inner.workers() != first.workers()) {
      throw new IllegalArgumentException(
          "loads for %d workers on a cluster of %d"
              .formatted(
                  inner.workers() == capacity.workers() ? first.workers() : capacity.workers(),
                  inner.workers()));
    }
    this.inner = inner;
    this.capacity = capacity;
    this.numbering = new Numbering(capacity);
    this.policy = policy;
    this.speeds = new SpeedBook(inner.workers());
    this.loads = first;
  }

  /**
   * Pieces of a cluster's workers.
   *
   * @param cluster closed with the result; must start rounds together, see {@link Cluster#startAll}
   * @param loads how many pieces each worker gets
   * @throws IllegalArgumentException if there are not as many loads as workers
   */
  public static PieceCluster around(Cluster cluster, Loads loads) {
    return new PieceCluster(cluster, loads, Optional.empty(), loads);
  }

  /**
   * Pieces of a cluster's workers, with loads that follow the workers' speeds.
   *
   * @param cluster closed with the result; must start rounds together, see {@link Cluster#startAll}
   * @param capacity the most pieces each worker can be given; as many pieces is what codes see
   * @param first the loads of the first round; none above the capacity
   * @param policy decides the loads of every further round
   * @throws IllegalArgumentException if there are not as many loads as workers, or a load exceeds
   *     the capacity
   */
  public static PieceCluster adaptive(
      Cluster cluster, Loads capacity, Loads first, LoadPolicy policy) {
    PieceCluster pieces = new PieceCluster(cluster, capacity, Optional.of(policy), first);
    pieces.checkWithin(first);
    return pieces;
  }

  private void checkWithin(Loads asked) {
    for (int worker = 0; worker < asked.workers(); worker++) {
      if (asked.of(worker) > capacity.of(worker)) {
        throw new IllegalArgumentException(
            "worker %d is to be given %d pieces; at most %d are legal"
                .formatted(worker, asked.of(worker), capacity.of(worker)));
      }
    }
  }

  /** The loads of the next round. */
  public synchronized Loads loads() {
    return loads;
  }

  Numbering numbering() {
    return numbering;
  }

  /** How many pieces there are. */
  @Override
  public int workers() {
    return numbering.pieces();
  }

  @Override
  public Clock clock() {
    return inner.clock();
  }

  @Override
  public Optional<String> dependence() {
    return inner.dependence();
  }

  @Override
  public synchronized void place(ShareKey key, int worker, Share share) {
    Objects.checkIndex(worker, workers());
    if (closed) {
      throw new IllegalStateException("the cluster is closed");
    }
    placements
        .computeIfAbsent(key, any -> new Placement(key, numbering, inner, policy.isPresent()))
        .place(worker, share, loads);
  }

  /** What is the same for all pieces of a worker counts once, what was not sent yet not at all. */
  @Override
  public synchronized OptionalLong sentBytes(ShareKey key) {
    Placement placement = placements.get(key);
    return placement == null ? OptionalLong.empty() : OptionalLong.of(placement.sentBytes());
  }

  @Override
  public synchronized void release(ShareKey key) {
    Placement placement = placements.remove(key);
    if (placement != null) {
      placement.release();
    }
  }

  @Override
  public synchronized Round start(Dispatch dispatch) {
    List<Dispatch> layers = new ArrayList<>();
    for (int layer = 0; layer < loads.most(); layer++) {
      int number = layer;
      List<ShareKey> keys = dispatch.operands().stream().map(key -> inLayer(key, number)).toList();
      layers.add(new Dispatch(PieceRound.inLayer(dispatch.round(), layer), dispatch.task(), keys));
    }
    return new PieceRound(this, inner.startAll(layers), dispatch.round(), loads);
  }

  private ShareKey inLayer(ShareKey key, int layer) {
    Placement placement = placements.get(key);
    return placement == null ? Placement.inner(key, layer) : placement.inLayer(layer);
  }

  @Override
  public synchronized void close() {
    closed = true;
    inner.close();
    placements.clear();
  }

  /** Takes note of a round that is over, and sends what the next one asks for in addition. */
  synchronized void learn(int[] done, double[] lastSeconds, double seconds) {
    speeds.learn(done, lastSeconds, seconds);
    if (policy.isPresent() && !closed) {
      Loads next = policy.get().next(speeds.piecesPerSecond(), capacity);
      checkWithin(next);
      loads = next;
      placements.values().forEach(placement -> placement.send(next));
    }
  }

  /** How many operands are kept. */
  synchronized int kept() {
    return placements.size();
  }
}
