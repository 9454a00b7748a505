package io.lagrid.codes.real;

import io.lagrid.codes.CodeParameters;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductGrid;
import java.io.Serializable;
import java.util.Map;

/**
 * Parameters of a product code over the reals.
 *
 * @param scheme which construction
 * @param workers N ≥ R
 * @param grid the batch and its partition
 */
public record RealProductParameters(RealScheme scheme, int workers, ProductGrid grid)
    implements CodeParameters, Serializable {

  /** Checks that the code exists. */
  public RealProductParameters {
    if (!scheme.allows(grid.partition()) || (grid.batch() > 1 && !scheme.batches())) {
      throw new IllegalArgumentException(
          "no code '%s' for %d products cut %s; legal are cuts up to %s of %s"
              .formatted(
                  scheme.code(),
                  grid.batch(),
                  grid.partition(),
                  scheme.largest(),
                  scheme.batches() ? "any number of products" : "one product"));
    }
    long threshold = scheme.threshold(workers, grid);
    if (threshold > workers) {
      throw new IllegalArgumentException(
          "%s %s has R = %d; N ≥ R workers are needed, not %d"
              .formatted(scheme.code(), grid.partition(), threshold, workers));
    }
  }

  /** One product. */
  public static RealProductParameters of(RealScheme scheme, int workers, int p, int m, int n) {
    return new RealProductParameters(scheme, workers, new ProductGrid(1, new Partition(p, m, n)));
  }

  @Override
  public String code() {
    return scheme.code();
  }

  @Override
  public int recoveryThreshold() {
    return (int) scheme.threshold(workers, grid);
  }

  @Override
  public int colluders() {
    return 0;
  }

  @Override
  public Map<String, Integer> named() {
    return grid.named();
  }
}
