package io.lagrid.codes.csa;

import io.lagrid.codes.CodeContract;
import io.lagrid.codes.Partition;
import io.lagrid.codes.ProductCode;
import io.lagrid.codes.ProductGrid;

/** A batch of two, cut by columns, in groups of one, with a colluder: R = 7 of 9 workers. */
final class GcsaPrivateContractTest extends CodeContract {

  @Override
  protected ProductCode newCode() {
    return new GcsaCode(GcsaParameters.gcsa(9, new ProductGrid(2, new Partition(1, 1, 2)), 1, 1));
  }
}
