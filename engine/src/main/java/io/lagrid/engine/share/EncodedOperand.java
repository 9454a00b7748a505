package io.lagrid.engine.share;

import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.OperandBlock;
import io.lagrid.codes.Encoding;
import java.util.List;

/**
 * One operand ready to be encoded: its blocks, the noise drawn for it, and the maps to apply.
 *
 * @param encodings the encoding per plane
 * @param sources the data blocks followed by the noise blocks, all dense or all sparse; secret
 *     where there is noise
 */
public record EncodedOperand(List<Encoding> encodings, List<? extends OperandBlock> sources) {

  /** Copies the lists; checks that there is a block for every column of the encoding. */
  public EncodedOperand {
    encodings = List.copyOf(encodings);
    sources = List.copyOf(sources);
    int columns = encodings.get(0).coefficients().columns();
    if (sources.size() != columns) {
      throw new IllegalArgumentException(
          "%d blocks for an encoding of %d".formatted(sources.size(), columns));
    }
  }

  /**
   * The blocks of a dense operand.
   *
   * @throws IllegalStateException if the operand is sparse
   */
  public List<Block> denseSources() {
    if (!dense()) {
      throw new IllegalStateException("only products are computed from sparse blocks");
    }
    return sources.stream().map(Block.class::cast).toList();
  }

  /** Whether the blocks are dense; else all are sparse. */
  public boolean dense() {
    return sources.stream().allMatch(Block.class::isInstance);
  }

  /** How many coded blocks every worker receives. */
  public int blocksPerShare() {
    return encodings.get(0).blocksPerShare();
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
