package io.lagrid.engine.cluster;

import io.lagrid.algebra.field.Arithmetic;
import io.lagrid.algebra.matrix.Block;
import java.util.List;

/**
 * What one worker receives of one operand.
 *
 * @param arithmetic how the numbers are computed with
 * @param blocks one coded block, or several for codes that give a worker more than one
 */
public record Share(Arithmetic arithmetic, List<Block> blocks) {

  /** Copies the list; checks that planes match the arithmetic. */
  public Share {
    blocks = List.copyOf(blocks);
    for (Block block : blocks) {
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

  /** The number of bytes of all entries, held as doubles. */
  public long bytes() {
    return blocks.stream().mapToLong(Block::entries).sum() * Double.BYTES;
  }
}
