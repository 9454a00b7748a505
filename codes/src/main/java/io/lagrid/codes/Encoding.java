package io.lagrid.codes;

import io.lagrid.algebra.matrix.Matrix;
import io.lagrid.algebra.transfer.PointTransfer;
import java.util.Optional;

/**
 * The linear map from the blocks of one operand to shares: coded block i = Σ_k c[i][k]·block_k over
 * the data blocks, followed by the noise blocks. A share is one coded block, or several.
 *
 * @param dataBlocks K, how many blocks the operand is cut into
 * @param noiseBlocks how many blocks of fresh uniform noise are appended; 0 without privacy
 * @param blocksPerShare how many coded blocks every worker receives
 * @param coefficients one row per coded block, worker by worker; K + noise columns; not modified
 * @param transfer the same map in a form that is faster for many workers, if there is one
 */
public record Encoding(
    int dataBlocks,
    int noiseBlocks,
    int blocksPerShare,
    Matrix coefficients,
    Optional<PointTransfer> transfer) {

  /**
   * Checks that the columns are the data blocks followed by the noise blocks, and that the rows are
   * whole shares.
   */
  public Encoding {
    if (coefficients.columns() != dataBlocks + noiseBlocks) {
      throw new IllegalArgumentException(
          "an encoding of %d data and %d noise blocks has %d columns, not %d"
              .formatted(
                  dataBlocks, noiseBlocks, dataBlocks + noiseBlocks, coefficients.columns()));
    }
    if (blocksPerShare < 1 || coefficients.rows() % blocksPerShare != 0) {
      throw new IllegalArgumentException(
          "%d coded blocks are no shares of %d blocks each"
              .formatted(coefficients.rows(), blocksPerShare));
    }
  }

  /** The map by its coefficients alone. */
  public Encoding(int dataBlocks, int noiseBlocks, int blocksPerShare, Matrix coefficients) {
    this(dataBlocks, noiseBlocks, blocksPerShare, coefficients, Optional.empty());
  }

  /** This map with a faster form of it. */
  public Encoding with(Optional<PointTransfer> faster) {
    return new Encoding(dataBlocks, noiseBlocks, blocksPerShare, coefficients, faster);
  }

  /** The map to shares of one coded block each. */
  public Encoding(int dataBlocks, int noiseBlocks, Matrix coefficients) {
    this(dataBlocks, noiseBlocks, 1, coefficients);
  }

  /** N, how many shares there are. */
  public int workers() {
    return coefficients.rows() / blocksPerShare;
  }
}
