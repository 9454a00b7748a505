package io.lagrid.codes.mds;

import io.lagrid.codes.CodeParameters;
import io.lagrid.codes.Partition;
import java.io.Serializable;
import java.util.Map;

/**
 * Parameters of the low-weight code: A is cut into m row blocks, each of which reaches N − m + 1
 * workers, and R = m.
 *
 * @param workers N ≥ m
 * @param rowBlocks m
 */
public record LowWeightParameters(int workers, int rowBlocks)
    implements CodeParameters, Serializable {

  /** The code's name. */
  public static final String LOW_WEIGHT = "low-weight";

  /** Checks that the code exists. */
  public LowWeightParameters {
    Partition.ofRows(rowBlocks, workers);
  }

  /** N − m + 1, how many workers each block reaches: the fewest that survive N − m losses. */
  public int copies() {
    return workers - rowBlocks + 1;
  }

  /** Whether worker i's share has to do with block k: if i is among the block's workers. */
  public boolean reaches(int rowBlock, int worker) {
    int first = (int) ((long) rowBlock * workers / rowBlocks);
    return Math.floorMod(worker - first, workers) < copies();
  }

  /** 1×m×1. */
  public Partition partition() {
    return Partition.ofRows(rowBlocks, workers);
  }

  @Override
  public String code() {
    return LOW_WEIGHT;
  }

  @Override
  public int recoveryThreshold() {
    return rowBlocks;
  }

  @Override
  public Map<String, Integer> named() {
    return partition().named();
  }
}
