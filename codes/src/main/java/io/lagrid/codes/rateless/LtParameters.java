package io.lagrid.codes.rateless;

import io.lagrid.codes.CodeParameters;
import io.lagrid.codes.Partition;
import java.io.Serializable;
import java.util.Map;

/**
 * Parameters of the LT code: A is cut into m row blocks.
 *
 * @param workers N ≥ m
 * @param rowBlocks m
 */
public record LtParameters(int workers, int rowBlocks) implements CodeParameters, Serializable {

  /** The code's name. */
  public static final String LT = "lt";

  /** Checks that the code exists. */
  public LtParameters {
    Partition.ofRows(rowBlocks, workers);
  }

  /** 1×m×1. */
  public Partition partition() {
    return Partition.ofRows(rowBlocks, workers);
  }

  @Override
  public String code() {
    return LT;
  }

  /**
   * N: no smaller number of answers is certain to suffice. Slightly more than m nearly always do.
   */
  @Override
  public int recoveryThreshold() {
    return workers;
  }

  @Override
  public Map<String, Integer> named() {
    return partition().named();
  }
}
