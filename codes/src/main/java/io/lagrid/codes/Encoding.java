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

  /**
   * How many data blocks a coded block is combined from: 1 where blocks go out as they are. A coded
   * block of sparse data holds at most so many times the entries of a data block.
   *
   * @param mean over all coded blocks
   * @param largest of the means over each worker's own coded blocks
   */
  public record Weight(double mean, double largest) {

    /** Plain blocks. */
    public static final Weight PLAIN = new Weight(1, 1);

    /** Every coded block is combined from so many blocks. */
    public static Weight of(int blocks) {
      return new Weight(blocks, blocks);
    }
  }

  /** How many data blocks the coded blocks are combined from, counted over the coefficients. */
  public Weight weight() {
    double sum = 0;
    double largest = 0;
    for (int worker = 0; worker < workers(); worker++) {
      double own = 0;
      for (int row = worker * blocksPerShare; row < (worker + 1) * blocksPerShare; row++) {
        for (int block = 0; block < dataBlocks; block++) {
          own += coefficients.get(row, block) != 0 ? 1 : 0;
        }
      }
      sum += own;
      largest = Math.max(largest, own / blocksPerShare);
    }
    return new Weight(sum / coefficients.rows(), largest);
  }

  /** N, how many shares there are. */
  public int workers() {
    return coefficients.rows() / blocksPerShare;
  }
}
