package io.lagrid.codes.csa;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.ProductGrid;

/** A batch of two, cut by rows, in one group: R = 6 of 8 workers. */
final class GcsaSingleGroupContractTest extends CodeContract {

  @Override
  protected ProductCode newCode() {
    return new GcsaCode(GcsaParameters.gcsa(8, new ProductGrid(2, new Partition(1, 2, 1)), 2, 0));
  }
}
