package io.lagrid.engine.cluster;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.OperandBlock;
import java.util.List;

/**
 * What one worker receives of one operand.
 *
 * @param arithmetic how the numbers are computed with
 * @param coded one coded block, or several for codes that give a worker more than one; all dense or
 *     all sparse
 */
public record Share(Arithmetic arithmetic, List<? extends OperandBlock> coded) {

  /** Copies the list; checks that planes match the arithmetic. */
  public Share {
    coded = List.copyOf(coded);
    for (OperandBlock block : coded) {
      if (block.planes().size() != arithmetic.size()) {
        throw new IllegalArgumentException(
            "a block of %d planes in an arithmetic of %d"
                .formatted(block.planes().size(), arithmetic.size()));
      }
    }
  }

  /** A share of a single block. */
  public static Share of(Arithmetic arithmetic, Block block) {
    return new Share(arithmetic, List.of(block));
  }

  /**
   * The coded blocks of a dense share.
   *
   * @throws IllegalStateException if a block is sparse
   */
  public List<Block> blocks() {
    if (!coded.stream().allMatch(Block.class::isInstance)) {
      throw new IllegalStateException("only products are computed from sparse shares");
    }
    return coded.stream().map(Block.class::cast).toList();
  }

  /** The number of bytes of all entries, held as doubles, and of sparse ones' places. */
  public long bytes() {
    return coded.stream().mapToLong(OperandBlock::bytes).sum();
  }
}
