package io.lagrid.codes.product;

import io.lagrid.codes.CodeParameters;
import io.lagrid.codes.ProductGrid;
import java.io.Serializable;
import java.util.Map;

/**
 * Parameters of the uncoded baseline: as many workers as block products, N = K = R = L·pmn.
 *
 * @param grid the batch and its partition
 */
public record UncodedParameters(ProductGrid grid) implements CodeParameters, Serializable {

  /** The code's name. */
  public static final String UNCODED = "uncoded";

  @Override
  public String code() {
    return UNCODED;
  }

  @Override
  public int workers() {
    return grid.size();
  }

  @Override
  public int recoveryThreshold() {
    return grid.size();
  }

  @Override
  public Map<String, Integer> named() {
    return grid.named();
  }
}
