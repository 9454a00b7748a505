package io.lagrid.codes.csa;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.ProductGrid;

/** A batch of two, each cut along the shared side, in groups of one: R = 5 of 9 workers. */
final class GcsaContractTest extends CodeContract {

  @Override
  protected ProductCode newCode() {
    return new GcsaCode(GcsaParameters.gcsa(9, new ProductGrid(2, new Partition(2, 1, 1)), 1, 0));
  }
}
