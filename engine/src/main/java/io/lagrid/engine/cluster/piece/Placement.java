package io.lagrid.engine.cluster.piece;

import io.lagrid.algebra.matrix.OperandBlock;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.Share;
import io.lagrid.engine.cluster.ShareKey;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shares of one operand: those of the layers in force are sent; all are kept here if loads may
 * change. While all pieces have the very same blocks, as an operand that is not cut has, every
 * worker is sent one share for all its pieces. Guarded by the cluster.
 */
final class Placement {

  private static final int OPERANDS = 1 << 10;

  private final ShareKey key;
  private final Numbering numbering;
  private final Cluster inner;
  private final @Nullable Share[] kept; // those that are not common; empty if none is to be kept
  private final BitSet placed = new BitSet();
  private final BitSet sent = new BitSet();
  private @Nullable Share common; // the share of every piece so far; null before the first
  private boolean alike = true;
  private long sentBytes;
  private boolean foreign; // whether a worker holds one piece's share in place of another's

  Placement(ShareKey key, Numbering numbering, Cluster inner, boolean keep) {
    this.key = key;
    this.numbering = numbering;
    this.inner = inner;
    this.kept = new Share[keep ? numbering.pieces() : 0];
  }

  /**
   * Takes a piece's share, and sends it if it is of a layer in force.
   *
   * @throws IllegalStateException if the piece has a share
   */
  void place(int piece, Share share, Loads loads) {
    if (placed.get(piece)) {
      throw new IllegalStateException(
          "worker %d already holds a share under job %d, operand %d"
              .formatted(piece, key.job(), key.operand()));
    }
    Share first = common;
    if (first == null) {
      common = share;
    } else if (alike && !same(first, share)) {
      differ(first, loads);
    }
    placed.set(piece);
    keep(piece, share);
    send(piece, share, loads);
  }

  /** From now on every piece has a share of its own. */
  private void differ(Share first, Loads loads) {
    alike = false;
    if (foreign) {
      inner.release(inner(key, 0));
      sent.clear();
    }
    placed.stream()
        .forEach(
            piece -> {
              keep(piece, first);
              send(piece, first, loads);
            });
  }

  private void keep(int piece, Share share) {
    if (kept.length > 0) {
      kept[piece] = share;
    }
  }

  /** Sends what is of a layer in force and has not been sent. */
  void send(Loads loads) {
    placed.stream()
        .forEach(
            piece -> {
              Share share = kept[piece];
              if (share != null) {
                send(piece, share, loads);
              }
            });
  }

  private void send(int piece, Share share, Loads loads) {
    Numbering.Place place = numbering.place(piece);
    int layer = alike ? 0 : place.layer();
    int number = numbering.piece(place.worker(), layer);
    if (place.layer() < loads.of(place.worker()) && !sent.get(number)) {
      sent.set(number);
      foreign |= number != piece;
      sentBytes += share.bytes();
      inner.place(inner(key, layer), place.worker(), share);
    }
  }

  /** How many bytes were sent. */
  long sentBytes() {
    return sentBytes;
  }

  /** The key under which the workers hold their shares of a layer. */
  ShareKey inLayer(int layer) {
    return inner(key, alike ? 0 : layer);
  }

  static ShareKey inner(ShareKey key, int layer) {
    return new ShareKey(key.job(), key.operand() + layer * OPERANDS);
  }

  void release() {
    sent.stream()
        .map(piece -> numbering.place(piece).layer())
        .distinct()
        .forEach(layer -> inner.release(inner(key, layer)));
    sent.clear();
  }

  @SuppressWarnings("ReferenceEquality") // the object, not its value
  private static boolean same(Share one, Share other) {
    List<? extends OperandBlock> blocks = one.coded();
    boolean same = blocks.size() == other.coded().size();
    for (int i = 0; same && i < blocks.size(); i++) {
      same = blocks.get(i) == other.coded().get(i);
    }
    return same;
  }
}
