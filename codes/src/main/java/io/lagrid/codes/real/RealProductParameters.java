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
 * @param colluders T; 0 unless the scheme hides data
 */
public record RealProductParameters(RealScheme scheme, int workers, ProductGrid grid, int colluders)
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
    if (colluders < 0 || (colluders > 0 && !scheme.hides())) {
      throw new IllegalArgumentException(
          "%s and %d colluders; T > 0 is legal for %s"
              .formatted(scheme.code(), colluders, RealScheme.ANALOG_LAGRANGE.code()));
    }
    long threshold = scheme.threshold(workers, grid, colluders);
    if (threshold > workers) {
      throw new IllegalArgumentException(
          "%s %s has R = %d; N ≥ R workers are needed, not %d"
              .formatted(scheme.code(), grid.partition(), threshold, workers));
    }
  }

  /** One product, hidden from nobody. */
  public static RealProductParameters of(RealScheme scheme, int workers, int p, int m, int n) {
    return new RealProductParameters(
        scheme, workers, new ProductGrid(1, new Partition(p, m, n)), 0);
  }

  @Override
  public String code() {
    return scheme.code();
  }

  @Override
  public int recoveryThreshold() {
    return (int) scheme.threshold(workers, grid, colluders);
  }

  @Override
  public Map<String, Integer> named() {
    return grid.named();
  }
}
