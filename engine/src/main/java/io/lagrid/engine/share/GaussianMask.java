package io.lagrid.engine.share;

import io.lagrid.algebra.ambient.Randomness;
import io.lagrid.algebra.matrix.Block;
import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.codes.Encoding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Blocks of normally distributed noise that hide data over the reals, up to a number of bits that
 * depends on its deviation: σ times the largest magnitude of a data entry. Immutable.
 *
 * @param noise σ, positive
 */
public record GaussianMask(double noise) {

  /**
   * σ unless a user says: of the entries at one position of all blocks a worker learns a few bits
   * of their some fifty, and the result of a product keeps six digits or more where it is also to
   * bear liars. Ten times as much hides all but a fraction of a bit, and costs two digits.
   */
  public static final double USUAL = 10;

  /** Checks that there is noise. */
  public GaussianMask {
    if (!(noise > 0 && noise < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "masking noise σ = " + noise + "; a positive number is legal");
    }
  }

  /**
   * The data blocks with their encoding and as much fresh noise as it has columns for.
   *
   * @param encoding over the reals
   * @param blocks the data blocks, of one plane; retained, not modified
   * @param secrets where noise is drawn from
   */
  public EncodedOperand prepare(Encoding encoding, List<Block> blocks, Randomness secrets) {
    List<Block> sources = new ArrayList<>(blocks);
    double deviation = noise * magnitude(blocks);
    for (int t = 0; t < encoding.noiseBlocks(); t++) {
      Block mask = Block.zeros(1, blocks.get(0).rows(), blocks.get(0).columns());
      Arrays.setAll(mask.plane(0).data(), i -> deviation * secrets.nextGaussian());
      sources.add(mask);
    }
    return new EncodedOperand(List.of(encoding), sources);
  }

  /** The largest magnitude of an entry; 1 if all are zero. */
  private static double magnitude(List<Block> blocks) {
    double largest = 0;
    for (Block block : blocks) {
      Matrix plane = block.plane(0);
      for (int i = 0; i < plane.rows(); i++) {
        for (int j = 0; j < plane.columns(); j++) {
          largest = Math.max(largest, Math.abs(plane.get(i, j)));
        }
      }
    }
    return largest == 0 ? 1 : largest;
  }
}
