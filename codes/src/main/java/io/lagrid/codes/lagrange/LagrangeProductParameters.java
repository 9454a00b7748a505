package io.lagrid.codes.lagrange;

import io.lagrid.codes.CodeParameters;
import io.lagrid.codes.ProductGrid;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Parameters of Lagrange coded products: each of the K = L·pmn block products is one data point of
 * the bilinear map (X, Y) ↦ X·Y, so R = 2(K + T − 1) + 1.
 *
 * @param workers N ≥ R
 * @param grid the batch and its partition
 * @param colluders T
 */
public record LagrangeProductParameters(int workers, ProductGrid grid, int colluders)
    implements CodeParameters, Serializable {

  /** The degree of a product. */
  static final int DEGREE = 2;

  /** Checks that the code exists. */
  public LagrangeProductParameters {
    LagrangeParameters.check(workers, grid.size(), DEGREE, colluders);
  }

  /** The underlying code with one data point per block product. */
  public LagrangeParameters perBlockProduct() {
    return new LagrangeParameters(workers, grid.size(), DEGREE, colluders);
  }

  @Override
  public String code() {
    return LagrangeParameters.LCC;
  }

  @Override
  public int recoveryThreshold() {
    return perBlockProduct().recoveryThreshold();
  }

  @Override
  public Map<String, Integer> named() {
    Map<String, Integer> named = new LinkedHashMap<>(grid.named());
    named.put("K", grid.size());
    return Collections.unmodifiableMap(named);
  }
}
