package io.lagrid.codes.lagrange;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.ProductGrid;

/** One product cut into 2x1x2 with no colluder: K = 4, R = 7 of 9 workers. */
final class LagrangeProductContractTest extends CodeContract {

  @Override
  protected ProductCode newCode() {
    return new LagrangeProductCode(
        new LagrangeProductParameters(9, new ProductGrid(1, new Partition(2, 1, 2)), 0));
  }
}
