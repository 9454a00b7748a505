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
    if (rowBlocks < 1 || rowBlocks > workers) {
      throw new IllegalArgumentException(
          "m = %d row blocks on N = %d workers; 1 ≤ m ≤ N is legal".formatted(rowBlocks, workers));
    }
  }

  /** 1×m×1. */
  public Partition partition() {
    return new Partition(1, rowBlocks, 1);
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
