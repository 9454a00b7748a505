package io.lagrid.codes.mds;

import io.lagrid.codes.CodeParameters;
import io.lagrid.codes.Partition;
import java.io.Serializable;
import java.util.Map;

/**
 * Parameters of the MDS code: A is cut into m row blocks, and R = m.
 *
 * @param workers N ≥ m
 * @param rowBlocks m
 */
public record MdsParameters(int workers, int rowBlocks) implements CodeParameters, Serializable {

  /** The code's name. */
  public static final String MDS = "mds";

  /** Checks that the code exists. */
  public MdsParameters {
    Partition.ofRows(rowBlocks, workers);
  }

  /** 1×m×1. */
  public Partition partition() {
    return Partition.ofRows(rowBlocks, workers);
  }

  @Override
  public String code() {
    return MDS;
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
