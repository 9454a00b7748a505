package io.lagrid.codes.polynomial;

import io.lagrid.codes.CodeParameters;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductGrid;
import io.lagrid.codes.product.RepetitionParameters;
import java.io.Serializable;
import java.util.Map;

/**
 * Parameters of repetition for maps: R = N − ⌊N/K⌋ + 1, whatever the degree.
 *
 * @param workers N ≥ K
 * @param dataBlocks K
 */
public record RepeatedMapParameters(int workers, int dataBlocks)
    implements CodeParameters, Serializable {

  /** Checks that every block has a worker. */
  public RepeatedMapParameters {
    if (dataBlocks < 1 || dataBlocks > workers) {
      throw new IllegalArgumentException(
          "K = %d blocks on %d workers; 1 ≤ K ≤ N is legal".formatted(dataBlocks, workers));
    }
  }

  /** The same tasks as those of K products that are not cut. */
  RepetitionParameters perBlock() {
    return new RepetitionParameters(workers, new ProductGrid(dataBlocks, Partition.WHOLE));
  }

  @Override
  public String code() {
    return RepetitionParameters.REPETITION;
  }

  @Override
  public int recoveryThreshold() {
    return perBlock().recoveryThreshold();
  }

  @Override
  public Map<String, Integer> named() {
    return Map.of("K", dataBlocks);
  }
}
