package io.lagrid.codes.mds;

import io.lagrid.codes.CodeParameters;
import io.lagrid.codes.Partition;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Parameters of the Short-Dot code: A is cut into m row blocks and N column blocks, B into N row
 * blocks; each worker gets N − K + m of the N, and R = K.
 *
 * @param workers N ≥ K
 * @param rowBlocks m ≥ 1
 * @param threshold K ≥ m
 */
public record ShortDotParameters(int workers, int rowBlocks, int threshold)
    implements CodeParameters, Serializable {

  /** The code's name. */
  public static final String SHORT_DOT = "short-dot";

  /** Checks that the code exists. */
  public ShortDotParameters {
    if (rowBlocks < 1 || threshold < rowBlocks || workers < threshold) {
      throw new IllegalArgumentException(
          "m = %d row blocks, K = %d answers of N = %d workers; 1 ≤ m ≤ K ≤ N is legal"
              .formatted(rowBlocks, threshold, workers));
    }
  }

  /** N×m×1: as many column blocks as workers. */
  public Partition partition() {
    return new Partition(workers, rowBlocks, 1);
  }

  /** N − K + m, how many of the N column blocks a worker has to do with. */
  public int blocksPerShare() {
    return workers - threshold + rowBlocks;
  }

  @Override
  public String code() {
    return SHORT_DOT;
  }

  @Override
  public int recoveryThreshold() {
    return threshold;
  }

  @Override
  public Map<String, Integer> named() {
    Map<String, Integer> named = new LinkedHashMap<>(partition().named());
    named.put("K", threshold);
    return Collections.unmodifiableMap(named);
  }
}
