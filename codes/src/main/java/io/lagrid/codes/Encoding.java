package io.lagrid.codes;

import io.lagrid.algebra.matrix.Matrix;

/**
 * The linear map from the blocks of one operand to shares: share i = Σ_k c[i][k]·block_k over the
 * data blocks, followed by the noise blocks.
 *
 * @param dataBlocks K, how many blocks the operand is cut into
 * @param noiseBlocks how many blocks of fresh uniform noise are appended; 0 without privacy
 * @param coefficients one row per coded block (worker by worker; most codes give every worker one),
 *     K + noise columns; not modified
 */
public record Encoding(int dataBlocks, int noiseBlocks, Matrix coefficients) {

  /** Checks that the columns are the data blocks followed by the noise blocks. */
  public Encoding {
    if (coefficients.columns() != dataBlocks + noiseBlocks) {
      throw new IllegalArgumentException(
          "an encoding of %d data and %d noise blocks has %d columns, not %d"
              .formatted(
                  dataBlocks, noiseBlocks, dataBlocks + noiseBlocks, coefficients.columns()));
    }
  }
}
