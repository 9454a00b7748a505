package io.lagrid.engine.cluster.piece;

import io.lagrid.algebra.ambient.Clock;
import io.lagrid.engine.cluster.Measure;
import io.lagrid.engine.cluster.Round;
import io.lagrid.engine.cluster.WorkerEvent;
import io.lagrid.engine.cluster.WorkerEvent.Answered;
import io.lagrid.engine.cluster.WorkerEvent.Lost;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A round of pieces: turns what a worker says of one of the inner rounds into what the piece says.
 * Events are taken by one thread.
 */
final class PieceRound implements Round {

  private static final int LAYER_BITS = 16;

  private final PieceCluster cluster;
  private final Round inner;
  private final long number;
  private final Loads loads;
  private final Clock clock;
  private final long startNanos;
  private final int[] done; // guarded by itself
  private final double[] lastSeconds; // guarded by done
  private final AtomicBoolean closed = new AtomicBoolean();

  PieceRound(PieceCluster cluster, Round inner, long number, Loads loads) {
    this.cluster = cluster;
    this.inner = inner;
    this.number = number;
    this.loads = loads;
    this.clock = cluster.clock();
    this.startNanos = clock.nanos();
    this.done = new int[loads.workers()];
    this.lastSeconds = new double[loads.workers()];
  }

  /** The number of the inner round of one layer: negative, unlike those of other rounds. */
  static long inLayer(long number, int layer) {
    return Long.MIN_VALUE | number << LAYER_BITS | layer;
  }

  @Override
  public String place(int piece) {
    return inner.place(cluster.numbering().place(piece).worker());
  }

  @Override
  public boolean asks(int piece) {
    Numbering.Place place = cluster.numbering().place(piece);
    return place.layer() < loads.of(place.worker()) && inner.asks(place.worker());
  }

  @Override
  public List<Measure> measured(int piece) {
    return inner.measured(cluster.numbering().place(piece).worker());
  }

  @Override
  public @Nullable WorkerEvent next(long deadlineNanos) throws InterruptedException {
    while (true) {
      WorkerEvent event = inner.next(deadlineNanos);
      if (event == null) {
        return null;
      }
      WorkerEvent heard = translate(event);
      if (heard != null) {
        return heard;
      }
    }
  }

  /** The event of the piece; null if there is no such piece, or it was not asked for. */
  private @Nullable WorkerEvent translate(WorkerEvent event) {
    int layer = (int) event.round() & ((1 << LAYER_BITS) - 1);
    int worker = event.worker();
    int piece = cluster.numbering().piece(worker, layer);
    if (piece < 0 || event.round() != inLayer(number, layer)) {
      return null;
    }
    if (event instanceof Answered answered) {
      synchronized (done) {
        done[worker]++;
        lastSeconds[worker] = seconds();
      }
      return new Answered(piece, number, answered.answer(), answered.computeNanos());
    }
    return layer < loads.of(worker) ? new Lost(piece, number, ((Lost) event).reason()) : null;
  }

  private double seconds() {
    return (clock.nanos() - startNanos) * 1e-9;
  }

  @Override
  public void close() {
    inner.close();
    if (closed.compareAndSet(false, true)) {
      synchronized (done) {
        cluster.learn(done, lastSeconds, seconds());
      }
    }
  }
}
