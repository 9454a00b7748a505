package io.lagrid.codes.lagrange;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.ProductGrid;

/** A batch of two with one colluder: R = 5 of 9 workers. */
final class LagrangeBatchContractTest extends CodeContract {

  @Override
  protected ProductCode newCode() {
    return new LagrangeProductCode(
        new LagrangeProductParameters(9, new ProductGrid(2, Partition.WHOLE), 1));
  }
}
