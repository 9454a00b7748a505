package io.lagrid.codes.product;

import io.lagrid.codes.CodeParameters;
import io.lagrid.codes.ProductGrid;
import java.io.Serializable;
import java.util.Map;

/**
 * Parameters of repetition: K = L·pmn block products over N workers.
 *
 * @param workers N ≥ K
 * @param grid the batch and its partition
 */
public record RepetitionParameters(int workers, ProductGrid grid)
    implements CodeParameters, Serializable {

  /** The code's name. */
  public static final String REPETITION = "repetition";

  /** Checks that every block product has a worker. */
  public RepetitionParameters {
    if (workers < grid.size()) {
      throw new IllegalArgumentException(
          "%d products cut %s fall into K = %d block products; N ≥ K workers are needed, not %d"
              .formatted(grid.batch(), grid.partition(), grid.size(), workers));
    }
  }

  @Override
  public String code() {
    return REPETITION;
  }

  /** ⌊N/K⌋: every block product is computed by so many workers or one more. */
  public int copies() {
    return workers / grid.size();
  }

  /**
   * R = N − ⌊N/K⌋ + 1, the worst case: with fewer than ⌊N/K⌋ answers missing, no group is silent.
   * Luckier sets of answers decode earlier.
   */
  @Override
  public int recoveryThreshold() {
    return workers - copies() + 1;
  }

  @Override
  public Map<String, Integer> named() {
    return grid.named();
  }
}
