package io.lagrid.codes;

import io.lagrid.algebra.matrix.Matrix;

/**
 * The linear map from the blocks of one operand to shares: coded block i = Σ_k c[i][k]·block_k over
 * the data blocks, followed by the noise blocks. A share is one coded block, or several.
 *
 * @param dataBlocks K, how many blocks the operand is cut into
 * @param noiseBlocks how many blocks of fresh uniform noise are appended; 0 without privacy
 * @param blocksPerShare how many coded blocks every worker receives
 * @param coefficients one row per coded block, worker by worker; K + noise columns; not modified
 */
public record Encoding(int dataBlocks, int noiseBlocks, int blocksPerShare, Matrix coefficients) {

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

  /** The map to shares of one coded block each. */
  public Encoding(int dataBlocks, int noiseBlocks, Matrix coefficients) {
    this(dataBlocks, noiseBlocks, 1, coefficients);
  }

  /** N, how many shares there are. */
  public int workers() {
    return coefficients.rows() / blocksPerShare;
  }
}
