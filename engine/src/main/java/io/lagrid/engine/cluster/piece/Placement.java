package io.lagrid.engine.cluster.piece;

import io.lagrid.algebra.matrix.Block;
import io.lagrid.engine.cluster.Cluster;
import io.lagrid.engine.cluster.Share;
import io.lagrid.engine.cluster.ShareKey;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shares of one operand: all of them are kept here, and those of the layers in force are sent.
 * While all pieces have the very same blocks, as an operand that is not cut has, every worker is
 * sent one share for all its pieces. Guarded by the cluster.
 */
final class Placement {

  private static final int OPERANDS = 1 << 10;

  private final ShareKey key;
  private final Numbering numbering;
  private final Cluster inner;
  private final @Nullable Share[] shares;
  private final BitSet sent = new BitSet();
  private @Nullable Share common; // the share of every piece so far; null before the first
  private boolean alike = true;

  Placement(ShareKey key, Numbering numbering, Cluster inner) {
    this.key = key;
    this.numbering = numbering;
    this.inner = inner;
    this.shares = new Share[numbering.pieces()];
  }

  /**
   * Takes a piece's share, and sends it if it is of a layer in force.
   *
   * @throws IllegalStateException if the piece has a share
   */
  void place(int piece, Share share, Loads loads) {
    if (shares[piece] != null) {
      throw new IllegalStateException(
          "worker %d already holds a share under job %d, operand %d"
              .formatted(piece, key.job(), key.operand()));
    }
    shares[piece] = share;
    Share first = common;
    if (first == null) {
      common = share;
    } else if (alike && !same(first, share)) {
      alike = false;
      send(loads); // what was not sent because it was alike
    }
    send(piece, loads);
  }

  /** Sends what is of a layer in force and has not been sent. */
  void send(Loads loads) {
    for (int piece = 0; piece < shares.length; piece++) {
      send(piece, loads);
    }
  }

  private void send(int piece, Loads loads) {
    Numbering.Place place = numbering.place(piece);
    int layer = alike ? 0 : place.layer();
    int number = numbering.piece(place.worker(), layer);
    Share share = shares[piece];
    if (share != null && place.layer() < loads.of(place.worker()) && !sent.get(number)) {
      sent.set(number);
      inner.place(inner(layer), place.worker(), share);
    }
  }

  /** The key under which the workers hold their shares of a layer. */
  ShareKey inLayer(int layer) {
    return inner(alike ? 0 : layer);
  }

  private ShareKey inner(int layer) {
    return inner(key, layer);
  }

  static ShareKey inner(ShareKey key, int layer) {
    return new ShareKey(key.job(), key.operand() + layer * OPERANDS);
  }

  void release() {
    sent.stream()
        .map(piece -> numbering.place(piece).layer())
        .distinct()
        .forEach(layer -> inner.release(inner(layer)));
    sent.clear();
  }

  @SuppressWarnings("ReferenceEquality") // the object, not its value
  private static boolean same(Share one, Share other) {
    List<Block> blocks = one.blocks();
    boolean same = blocks.size() == other.blocks().size();
    for (int i = 0; same && i < blocks.size(); i++) {
      same = blocks.get(i) == other.blocks().get(i);
    }
    return same;
  }
}
