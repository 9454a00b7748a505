package io.lagrid.engine.share;

import io.lagrid.codes.Partition;

/**
 * Both operands of a coded product, ready to be encoded, and how a worker puts its shares together.
 *
 * <p>Every answer has m'·n' pieces; all pieces are numbered worker by worker, row by row over the
 * m'×n' grid.
 *
 * @param left operand 0, m'·p' coded blocks to a worker
 * @param right operand 1, p'·n' coded blocks to a worker
 * @param share p', m', n'
 */
public record EncodedProduct(EncodedOperand left, EncodedOperand right, Partition share) {

  /** Checks that workers receive as many blocks of each operand as they put together. */
  public EncodedProduct {
    if (left.blocksPerShare() != share.m() * share.p()
        || right.blocksPerShare() != share.p() * share.n()) {
      throw new IllegalArgumentException(
          "shares of %d and %d blocks are not put together as %s"
              .formatted(left.blocksPerShare(), right.blocksPerShare(), share));
    }
  }

  /** m'·n', how many pieces every answer has. */
  public int pieces() {
    return share.m() * share.n();
  }

  /** The number of the left coded block in product t of those a piece is the sum of. */
  public int leftBlock(int piece, int t) {
    return piece / share.n() * share.p() + t;
  }

  /** The number of the right coded block in product t of those a piece is the sum of. */
  public int rightBlock(int piece, int t) {
    return (piece / pieces() * share.p() + t) * share.n() + piece % share.n();
  }
}
