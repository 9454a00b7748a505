package io.lagrid.engine.share;

import io.lagrid.algebra.matrix.Block;
import io.lagrid.codes.Encoding;
import java.util.List;

/**
 * One operand, encoded.
 *
 * @param encodings the encoding per plane
 * @param sources the data blocks followed by the noise blocks: secret where there is noise
 * @param shares the coded blocks, worker by worker
 */
public record EncodedOperand(List<Encoding> encodings, List<Block> sources, List<Block> shares) {

  /** Copies the lists. */
  public EncodedOperand {
    encodings = List.copyOf(encodings);
    sources = List.copyOf(sources);
    shares = List.copyOf(shares);
  }

  /** The number of rows of every block. */
  public int blockRows() {
    return sources.get(0).rows();
  }

  /** The number of columns of every block. */
  public int blockColumns() {
    return sources.get(0).columns();
  }
}
